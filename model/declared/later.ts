import type { Leaf } from "./leaf";
import { Secret, Unknown, isKnown } from "./leaf";
import type { Path } from "./path";
import { formatPath } from "./path";

/** Stands for what an update gives one object of a component and another needs: an ARN, a generated name. */
export class ChildOutput {
    constructor(
        /** The role of the object that has it. */
        readonly role: string,
        /** Where its outputs hold it. */
        readonly path: Path,
    ) {}
}

/** Stands for a text with parts that are not known yet. */
export class JoinedText {
    constructor(readonly parts: readonly Leaf<string>[]) {}
}

/** Stands for JSON text about values some of which are not known yet. */
export class JsonText {
    constructor(readonly value: unknown) {}
}

/** Stands for a text that is not known yet, without what it may begin with. */
export class WithoutPrefix {
    constructor(
        readonly prefix: string,
        readonly text: Leaf<string>,
    ) {}
}

/**
 * An output of another object of the same component, which must be declared before.
 *
 * @example outputOf("queue", "arn")
 */
export function outputOf(role: string, ...path: Path): Unknown {
    return new Unknown(`${role}.${formatPath(path)}`, new ChildOutput(role, path));
}

/**
 * Parts as one text; a leaf where one of them is a leaf.
 *
 * @example joinedText("arn:aws:iam::", accountId, ":root")
 */
export function joinedText(...parts: readonly Leaf<string>[]): Leaf<string> {
    return composed(parts, () => parts.filter(isKnown).join(""), new JoinedText(parts));
}

/** A value as JSON text, for a document that a cloud takes as text; a leaf where the value holds one. */
export function jsonText(value: unknown): Leaf<string> {
    return composed(value, () => JSON.stringify(value), new JsonText(value));
}

/**
 * A text without what it may begin with.
 *
 * @example withoutPrefix("https://", issuer)
 */
export function withoutPrefix(prefix: string, text: Leaf<string>): Leaf<string> {
    return isKnown(text)
        ? cutPrefix(prefix, text)
        : composed(text, () => "", new WithoutPrefix(prefix, text));
}

/** The plain form of `withoutPrefix`. */
export function cutPrefix(prefix: string, text: string): string {
    return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** The plain text where nothing in the value is hidden; otherwise what stands for it, secret where any part is. */
function composed(value: unknown, plain: () => string, identity: unknown): Leaf<string> {
    const leaves = [...leavesIn(value)];
    const [first] = leaves;
    if (first === undefined) return plain();
    if (leaves.some((leaf) => leaf instanceof Secret)) return new Secret(identity);
    return new Unknown(first instanceof Unknown ? first.path : "", identity);
}

function* leavesIn(value: unknown): Generator<Unknown | Secret> {
    if (value instanceof Unknown || value instanceof Secret) yield value;
    else if (typeof value === "object" && value !== null)
        for (const item of Object.values(value)) yield* leavesIn(item);
}
