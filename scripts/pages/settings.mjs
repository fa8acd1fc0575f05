import { cell, page, table } from "./markdown.mjs";

/**
 * docs/settings.md: how settings are written, and what may be set of which rule.
 *
 * @param {readonly { id: string, settings?: object }[]} rules
 * @param {string} example A file of settings.
 */
export function settingsPage(rules, example) {
    const settable = rules.filter(({ settings }) => settings !== undefined);
    return page(
        "Settings",
        "Written by npm run docs from model/rules and examples/ci.",
        "What an organisation asks of its fleets, and what its clusters have, in one file of YAML or JSON: `check`, `explain` and `price` take it as `--config FILE`, `preview` as `--settings FILE`. A name, rule or value that is unknown is an error with the nearest one.",
        ["```yaml", example.trimEnd(), "```"].join("\n"),
        table(
            ["member", "meaning", "default"],
            [
                [
                    "`profile`",
                    "`dev`: what is impossible is an error, what is doubtful a warning. `standard`: doubtful breaches of high or critical impact are errors too. `strict`: all are, but those of low impact. `--profile` wins.",
                    "`dev`",
                ],
                [
                    "`onUnknown`",
                    "what a value counts for that is known only after apply: `skip` says nothing, `advisory` is a note, `mandatory` counts as much as the rule that could not be checked",
                    "`advisory`",
                ],
                [
                    "`rules`",
                    "by id: `off`, `advisory` (a warning), `mandatory` (an error), or an object with `level` and the rule's own settings",
                    "as the profile says",
                ],
                [
                    "`platform`",
                    "facts of the cluster, as the argument `platform` of a pool has them ([arguments.md](arguments.md)); what a pool itself states wins",
                    "not known",
                ],
            ],
        ),
        "A breach that is exempt ([exemptions.md](exemptions.md)) counts for nothing in any profile; what is impossible cannot be exempt, but its rule can be turned off.",
        ...(settable.length === 0
            ? []
            : [
                  "## Settings of single rules",
                  table(
                      ["rule", "setting", "meaning", "default"],
                      settable.flatMap(({ id, settings }) =>
                          Object.entries(settings).map(([name, { meaning, value }]) => [
                              `[${id}](rules/${id}.md)`,
                              `\`${name}\``,
                              cell(meaning),
                              value === undefined ? "none" : `\`${JSON.stringify(value)}\``,
                          ]),
                      ),
                  ),
              ]),
    );
}
