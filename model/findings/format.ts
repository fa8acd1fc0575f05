import type { Location } from "../declared";
import { showLeaf, showName } from "../declared";
import type { Finding, FindingExemption } from "./finding";
import { SEVERITIES } from "./finding";

/** Where something was written: `workers.yaml:12:5`, or the argument `research: scale.maxReplicas`. */
export function formatLocation({ file, line, column, component, argument }: Location): string {
    if (file !== undefined) return [file, line, column].filter((part) => part !== undefined).join(":");
    return [component, argument].filter((part) => part !== undefined).join(": ");
}

/** The object that a finding is about: `Deployment agents/research`. */
export function formatResource({ resource }: Finding): string {
    if (resource === undefined) return "";
    return `${resource.kind} ${showName(resource)}`;
}

/**
 * A finding for reading: what and where with the rule's id, the object and the place in it, and the fix, or the reason
 * for which it is exempt.
 *
 * @example
 * error: scale.minReplicas: the floor 5 is above the ceiling 3 [scale-bounds]
 *     in ScaledObject agents/research, spec.minReplicaCount
 *     fix: use a floor of 3 or less, or a ceiling of 5 or more
 */
export function formatFinding(finding: Finding): string {
    const { severity, exemption } = finding;
    return `${exemption === undefined ? severity : "exempt"}: ${describeFinding(finding)}`;
}

/** The same without the severity, for those who tell it in words of their own. */
export function describeFinding(finding: Finding): string {
    const { id, message, fix, path, origin, exemption } = finding;
    // An error of form names its argument in its own sentence.
    const isNamed = origin.argument !== undefined && message.startsWith(origin.argument);
    const where = isNamed ? (origin.component ?? "") : formatLocation(origin) || path;
    const object = formatResource(finding);
    return [
        `${where === "" ? "" : `${where}: `}${message} [${id}]`,
        ...(object === "" ? [] : [`    in ${object}, ${path}`]),
        exemption === undefined ? `    fix: ${fix}` : `    because: ${formatExemption(exemption)}`,
    ].join("\n");
}

/** Why a finding is accepted, and for how long: `moving the queue (until 2027-01-31)`. */
export function formatExemption({ reason, until }: FindingExemption): string {
    return until === undefined ? reason : `${reason} (until ${until})`;
}

/** How many errors, warnings and notes, and what is exempt: `2 errors, 1 warning, 1 exempt`. */
export function countFindings(findings: readonly Finding[]): string {
    const counting = findings.filter(({ exemption }) => exemption === undefined);
    const counts = SEVERITIES.map(
        (severity) => [severity, counting.filter((finding) => finding.severity === severity).length] as const,
    )
        .filter(([, count]) => count > 0)
        .map(([severity, count]) => `${count} ${severity}${count === 1 ? "" : "s"}`);
    const exempt = findings.length - counting.length;
    return [
        ...(counts.length === 0 ? ["no findings"] : counts),
        ...(exempt === 0 ? [] : [`${exempt} exempt`]),
    ].join(", ");
}

/** A finding as plain data, for JSON and for outputs; a name that is not known is told by its text. */
export function findingData({ resource, edit, ...told }: Finding): Record<string, unknown> {
    const finding = { ...told, ...(edit === undefined ? {} : { fixable: true }) };
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
