import type { Explanation } from "../model";
import { showLeaf } from "../model";

/** An explanation as plain data; a name that is not known is told by its text. */
export function explanationData({ kind, namespace, name, sentences }: Explanation): Record<string, unknown> {
    return {
        kind,
        ...(namespace === undefined ? {} : { namespace: showLeaf(namespace) }),
        name: showLeaf(name ?? ""),
        sentences,
    };
}
