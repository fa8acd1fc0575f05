import type { Leaf } from "./leaf";
import { showLeaf } from "./leaf";

/** What an object is called, where that is written or known. */
interface Named {
    readonly name: Leaf<string> | undefined;
    readonly namespace?: Leaf<string> | undefined;
}

/**
 * An object by its namespace and name, as messages and tables call it.
 *
 * @example showName({ namespace: "agents", name: "research" }) // "agents/research"
 */
export function showName({ name, namespace }: Named): string {
    return `${namespace === undefined ? "" : `${showLeaf(namespace)}/`}${showLeaf(name ?? "")}`;
}
