import type { Finding, Rule } from "../../model";
import { RULES, formatExemption, formatResource } from "../../model";

const LEVELS = { error: "error", warning: "warning", note: "note" } as const;

/**
 * Findings as a SARIF 2.1.0 log, which code scanning shows beside the lines (OASIS, Static Analysis Results Interchange
 * Format 2.1.0).
 *
 * @param version The version of this package.
 */
export function sarif(findings: readonly Finding[], version: string): Record<string, unknown> {
    const ids = [...new Set(findings.map(({ id }) => id))].sort();
    return {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: {
                    driver: {
                        name: "agent-autoscaling",
                        semanticVersion: version,
                        rules: ids.map(ruleOf),
                    },
                },
                columnKind: "unicodeCodePoints",
                results: findings.map((finding) => resultOf(finding, ids.indexOf(finding.id))),
            },
        ],
    };
}

function ruleOf(id: string): Record<string, unknown> {
    const rule: Rule | undefined = RULES.find((each) => each.id === id);
    if (rule === undefined) return { id };
    const { title, why, source, severity } = rule;
    return {
        id,
        shortDescription: { text: title },
        fullDescription: { text: why },
        help: { text: `${why}\n\nSource: ${source}` },
        defaultConfiguration: { level: LEVELS[severity] },
    };
}

function resultOf(finding: Finding, ruleIndex: number): Record<string, unknown> {
    const { id, severity, message, fix, path, origin, exemption } = finding;
    const object = formatResource(finding);
    const { file, line, column, component, argument } = origin;
    return {
        ruleId: id,
        ruleIndex,
        level: LEVELS[severity],
        message: { text: `${message}; fix: ${fix}` },
        locations: [
            {
                ...(file === undefined
                    ? {}
                    : {
                          physicalLocation: {
                              artifactLocation: { uri: uriOf(file) },
                              region: { startLine: line ?? 1, startColumn: column ?? 1 },
                          },
                      }),
                logicalLocations: [
                    {
                        fullyQualifiedName: [
                            component,
                            argument ?? (object === "" ? path : `${object}, ${path}`),
                        ]
                            .filter((part) => part !== undefined)
                            .join(": "),
                    },
                ],
            },
        ],
        // What stays the same when lines move, so that a finding is the same one in the next run.
        partialFingerprints: { "agentAutoscaling/v1": `${id}|${object}|${path}` },
        ...(exemption === undefined
            ? {}
            : { suppressions: [{ kind: "inSource", justification: formatExemption(exemption) }] }),
    };
}

/** A path relative to the checkout, as a URI. */
function uriOf(file: string): string {
    return file.split(/[\\/]/).map(encodeURIComponent).join("/");
}
