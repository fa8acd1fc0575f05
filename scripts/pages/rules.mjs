import { cell, page, table } from "./markdown.mjs";

const ORIGIN = "Written by npm run docs from model/rules and examples/rules.";

/**
 * docs/rules.md: every rule in one table.
 *
 * @param {readonly { id: string, severity: string, impact: string, title: string, from?: string }[]} rules
 */
export function rulesPage(rules) {
    return page(
        "Rules",
        ORIGIN,
        "The same rules judge the objects of `AutoscaledAgentPool`, of any Pulumi program run by `preview`, and of hand-written files read by `check`. An **error** is impossible: the cluster would refuse it, or it can never work; a component is then refused before anything is applied. A **warning** is doubtful: it works, and someone will be called at night; a pool may be [exempt](exemptions.md) from it. A **note** says what could not be checked, because a value is known only after apply.",
        "What a doubtful breach counts for follows from the profile: in `dev` it is a warning; in `standard` one of high or critical impact is an error; in `strict` all are but those of low impact. [Settings](settings.md) change that for single rules.",
        table(
            ["rule", "a breach is", "impact", "from", "what must hold"],
            rules.map(({ id, severity, impact, title, from = "dev" }) => [
                `[${id}](rules/${id}.md)`,
                severity,
                impact,
                from,
                cell(title),
            ]),
        ),
    );
}

/**
 * docs/rules/ID.md: one rule, with an example that breaks it and what is then said.
 *
 * @param {object} rule
 * @param {{ file: string, language: "yaml" | "ts", text: string, settings?: { file: string, text: string }, findings: string }} example
 */
export function rulePage(
    { id, severity, impact, tags, from = "dev", title, why, source, settings },
    example,
) {
    return page(
        id,
        ORIGIN,
        title,
        why,
        table(
            ["a breach is", "impact", "tags", "profiles"],
            [[severity === "error" ? "an error" : "a warning", impact, tags.join(", "), `from ${from} on`]],
        ),
        ...(settings === undefined ? [] : [settingsTable(settings)]),
        `## Example`,
        fence(example.language, comment(example), example.text),
        ...(example.settings === undefined
            ? []
            : ["with these settings:", fence("yaml", `# ${example.settings.file}`, example.settings.text)]),
        fence("text", example.findings),
        `Source: ${source}`,
    );
}

function settingsTable(settings) {
    return table(
        ["setting", "meaning", "default"],
        Object.entries(settings).map(([name, { meaning, value }]) => [
            `\`${name}\``,
            cell(meaning),
            value === undefined ? "none: the rule asks for nothing" : `\`${JSON.stringify(value)}\``,
        ]),
    );
}

function comment({ file, language }) {
    return `${language === "ts" ? "//" : "#"} ${file}`;
}

function fence(language, ...texts) {
    return ["```" + language, ...texts.map((text) => text.trimEnd()), "```"].join("\n");
}
