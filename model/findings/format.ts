import type { Location } from "../declared";
import { showLeaf } from "../declared";
import type { Finding } from "./finding";

/** Where something was written: `workers.yaml:12:5`, or the argument `scale.maxReplicas`. */
export function formatLocation({ file, line, column, argument }: Location): string {
    if (file === undefined) return argument ?? "";
    return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** The object that a finding is about: `Deployment agents/research`. */
export function formatResource({ resource }: Finding): string {
    if (resource === undefined) return "";
    const { kind, namespace, name } = resource;
    return `${kind} ${namespace === undefined ? "" : `${showLeaf(namespace)}/`}${showLeaf(name)}`;
}

/**
 * A finding as three short lines: where and what, the fix, the rule.
 *
 * @example
 * error: scale.minReplicas: the floor 5 is above the ceiling 3
 *   fix: use a floor of 3 or less, or a ceiling of 5 or more
 *   rule: scale-bounds
 */
export function formatFinding(finding: Finding): string {
    const where = formatLocation(finding.origin) || finding.path;
    // An error of form names its place in its own sentence.
    const what = finding.message.startsWith(where) ? finding.message : `${where}: ${finding.message}`;
    return `${finding.severity}: ${what}\n  fix: ${finding.fix}\n  rule: ${finding.id}`;
}

/** How many errors, warnings and notes: `2 errors, 1 warning`. */
export function countFindings(findings: readonly Finding[]): string {
    const counts = (["error", "warning", "note"] as const)
        .map(
            (severity) =>
                [severity, findings.filter((finding) => finding.severity === severity).length] as const,
        )
        .filter(([, count]) => count > 0);
    if (counts.length === 0) return "no findings";
    return counts.map(([severity, count]) => `${count} ${severity}${count === 1 ? "" : "s"}`).join(", ");
}
