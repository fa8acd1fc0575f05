/**
 * A leaf whose value is not known yet: an Output of a resource that is still to be created, or a value that
 * only the engine knows. Two leaves with the same `identity` are the same value, so a selector whose namespace
 * is unknown still finds its workload.
 */
export class Unknown {
    readonly leaf = "unknown";

    constructor(
        /** Where the value was given, for messages: `workload.container.image`. */
        readonly path: string,
        /** What stands for the value: the Output itself, or the text that the engine uses for it. */
        readonly identity: unknown,
    ) {}
}

/** A leaf whose value must never be shown. Only its presence and its identity may be used. */
export class Secret {
    readonly leaf = "secret";

    constructor(
        /** What holds the value. Never printed, never compared by content. */
        readonly identity: unknown,
    ) {}
}

/** A value, or something that stands for it. */
export type Leaf<T> = T | Unknown | Secret;

/** Whether a value is there and may be looked at. */
export function isKnown<T>(leaf: Leaf<T>): leaf is T {
    return !(leaf instanceof Unknown || leaf instanceof Secret);
}

/** Whether a value is there and may not be looked at. */
export function isHidden(value: unknown): value is Unknown | Secret {
    return value instanceof Unknown || value instanceof Secret;
}

/** Whether two leaves are certainly the same value: equal plain values, or one and the same unknown. */
export function sameLeaf(a: Leaf<unknown>, b: Leaf<unknown>): boolean {
    const identity = (leaf: Leaf<unknown>): unknown =>
        leaf instanceof Unknown || leaf instanceof Secret ? leaf.identity : leaf;
    return isKnown(a) === isKnown(b) && identity(a) === identity(b);
}

/** A leaf as text for a message: the value itself, or a word for why it is not shown. */
export function showLeaf(leaf: Leaf<unknown>): string {
    if (leaf instanceof Unknown) return "(known after apply)";
    if (leaf instanceof Secret) return "(secret)";
    return typeof leaf === "string" ? leaf : JSON.stringify(leaf);
}
