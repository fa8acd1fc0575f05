import type { Finding } from "../../model";
import { showLeaf } from "../../model";

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
