import type { Finding } from "../../model";
import { formatResource, showLeaf } from "../../model";

/** The version of every JSON document that the commands write. */
export const JSON_VERSION = 1;

/** A finding as plain data: leaves that are not known are told apart by their text. */
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

/** A finding as lines for a terminal, with its object and the place in it. */
export function findingText(finding: Finding): string {
    const { file, line, column, argument } = finding.origin;
    const where = file === undefined ? (argument ?? finding.path) : `${file}:${line ?? 1}:${column ?? 1}`;
    const what = finding.message.startsWith(where) ? finding.message : `${where}: ${finding.message}`;
    const object = formatResource(finding);
    return [
        `${finding.severity}: ${what} [${finding.id}]`,
        ...(object === "" ? [] : [`    in ${object}, ${finding.path}`]),
        `    fix: ${finding.fix}`,
    ].join("\n");
}
