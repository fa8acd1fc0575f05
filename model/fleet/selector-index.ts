import type { Leaf } from "../declared";
import { Secret, Unknown, sameLeaf } from "../declared";
import type { LabelSelector } from "./label-selector";
import { selects } from "./label-selector";

/** Something that selects pods of its namespace by their labels; nothing where it has no selector. */
export interface Selecting {
    readonly namespace: Leaf<string> | undefined;
    readonly selector: LabelSelector | undefined;
}

/** Finds what selects the pods with given labels, in one namespace. */
export type SelectorIndex<T extends Selecting> = (
    namespace: Leaf<string> | undefined,
    podLabels: Readonly<Record<string, unknown>>,
) => readonly T[];

/**
 * Indexes selectors. Each is looked up under the rarest of its labels only, so that thousands of selectors and pods
 * stay fast although all share some.
 */
export function indexSelectors<T extends Selecting>(items: readonly T[]): SelectorIndex<T> {
    const numbers = new Map<unknown, number>();
    const byLabel = indexByRarestLabel(items, numbers);
    return (namespace, podLabels) => {
        const keys = [leafKey(namespace, numbers), ...labelKeys(namespace, podLabels, numbers)];
        return keys
            .flatMap((key) => byLabel.get(key) ?? [])
            .filter(
                (item) =>
                    sameLeaf(item.namespace, namespace) &&
                    item.selector !== undefined &&
                    selects(item.selector, podLabels),
            );
    };
}

/** Items by the label that fewest of them share; those without one by their namespace alone. */
function indexByRarestLabel<T extends Selecting>(
    items: readonly T[],
    numbers: Map<unknown, number>,
): ReadonlyMap<string, readonly T[]> {
    const keysOf = items.map(({ namespace, selector }) =>
        labelKeys(namespace, selector?.matchLabels ?? {}, numbers),
    );
    const counts = new Map<string, number>();
    for (const key of keysOf.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
    const index = new Map<string, T[]>();
    for (const [position, item] of items.entries()) {
        const [first = leafKey(item.namespace, numbers), ...others] = keysOf[position] ?? [];
        const rarest = others.reduce(
            (best, key) => ((counts.get(key) ?? 0) < (counts.get(best) ?? 0) ? key : best),
            first,
        );
        const found = index.get(rarest);
        if (found === undefined) index.set(rarest, [item]);
        else found.push(item);
    }
    return index;
}

function labelKeys(
    namespace: unknown,
    labels: Readonly<Record<string, unknown>>,
    numbers: Map<unknown, number>,
): string[] {
    return Object.entries(labels).map(([key, value]) =>
        [leafKey(namespace, numbers), key, leafKey(value, numbers)].join("\0"),
    );
}

/** One text for one value; what is not known has a number by its identity, given when it is first met. */
function leafKey(leaf: unknown, numbers: Map<unknown, number>): string {
    if (!(leaf instanceof Unknown || leaf instanceof Secret)) {
        return typeof leaf === "string" ? `=${leaf}` : typeof leaf;
    }
    const number = numbers.get(leaf.identity) ?? numbers.size;
    numbers.set(leaf.identity, number);
    return `?${number}`;
}
