import type { Location } from "../declared";
import { showLeaf } from "../declared";
import type { Finding } from "./finding";

/** Where something was written: `workers.yaml:12:5`, or the argument `research: scale.maxReplicas`. */
export function formatLocation({ file, line, column, component, argument }: Location): string {
    if (file !== undefined) return [file, line, column].filter((part) => part !== undefined).join(":");
    return [component, argument].filter((part) => part !== undefined).join(": ");
}

/** The object that a finding is about: `Deployment agents/research`. */
export function formatResource({ resource }: Finding): string {
    if (resource === undefined) return "";
    const { kind, namespace, name } = resource;
    return `${kind} ${namespace === undefined ? "" : `${showLeaf(namespace)}/`}${showLeaf(name)}`;
}

/**
 * A finding for reading: what and where with the rule's id, the object and the place in it, and the fix.
 *
 * @example
 * error: scale.minReplicas: the floor 5 is above the ceiling 3 [scale-bounds]
 *     in ScaledObject agents/research, spec.minReplicaCount
 *     fix: use a floor of 3 or less, or a ceiling of 5 or more
 */
export function formatFinding(finding: Finding): string {
    const { severity, id, message, fix, path, origin } = finding;
    // An error of form names its argument in its own sentence.
    const isNamed = origin.argument !== undefined && message.startsWith(origin.argument);
    const where = isNamed ? (origin.component ?? "") : formatLocation(origin) || path;
    const object = formatResource(finding);
    return [
        `${severity}: ${where === "" ? "" : `${where}: `}${message} [${id}]`,
        ...(object === "" ? [] : [`    in ${object}, ${path}`]),
        `    fix: ${fix}`,
    ].join("\n");
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

/** A finding as plain data, for JSON and for outputs; a name that is not known is told by its text. */
export function findingData({ resource, ...finding }: Finding): Record<string, unknown> {
    if (resource === undefined) return finding;
    const { namespace, name, ...rest } = resource;
    return {
        ...finding,
        resource: {
            ...rest,
            ...(namespace === undefined ? {} : { namespace: showLeaf(namespace) }),
            name: showLeaf(name),
        },
    };
}
