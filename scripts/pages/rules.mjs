import { cell, page, table } from "./markdown.mjs";

/**
 * docs/rules.md: every rule with what happens otherwise.
 *
 * @param {readonly { id: string, severity: string, title: string, why: string, source: string }[]} rules
 */
export function rulesPage(rules) {
    return page(
        "Rules",
        "Written by npm run docs from model/rules.",
        "The same rules judge the objects of `AutoscaledAgentPool`, of any Pulumi program run by `preview`, and of hand-written files read by `check`. An **error** is impossible: the cluster would refuse it, or it can never work; a component is then refused before anything is applied. A **warning** is doubtful: it works, and someone will be called at night; a pool may be [exempt](exemptions.md) from it. A **note** says what could not be checked, because a value is known only after apply.",
        table(
            ["rule", "a breach is", "what must hold"],
            rules.map(({ id, severity, title }) => [`[${id}](#${id})`, severity, cell(title)]),
        ),
        ...rules.map(({ id, severity, title, why, source }) =>
            [
                `## ${id}`,
                `${title} A breach is ${severity === "error" ? "an error" : "a warning"}.`,
                why,
                `Source: ${source}`,
            ].join("\n\n"),
        ),
    );
}
