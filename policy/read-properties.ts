import type { Path } from "../model/declared";
import { Secret, Unknown, formatPath } from "../model/declared";

/** What is to be known of a resource's values beside the values. */
export interface Leaves {
    /** Whether a value must never be shown. */
    readonly isSecret: (path: Path) => boolean;
    /** What stands for a value that is not known; two places with one identity hold the same value. */
    readonly unknownIdentity: (path: Path) => unknown;
}

/** What `pulumi policy analyze --file` has in the place of a secret that it cannot decrypt. */
const REDACTED = "[secret]";

/**
 * A copy of a resource's properties in which what is not known and what is secret are leaves. The properties are
 * proxies of the policy SDK, which throw an error where a value that a preview does not know is read. That error is
 * recognised by being one: a pack may have another copy of the SDK, with another class of it.
 */
export function readProperties(
    properties: Readonly<Record<string, unknown>>,
    leaves: Leaves,
): Record<string, unknown> {
    return readMembers(properties, [], leaves);
}

function readMembers(object: object, path: Path, leaves: Leaves): Record<string, unknown> {
    return Object.fromEntries(
        Object.keys(object).map((key) => [key, readMember(object, key, [...path, key], leaves)]),
    );
}

function readMember(object: object, key: string | number, path: Path, leaves: Leaves): unknown {
    if (leaves.isSecret(path)) return new Secret(Symbol("secret"));
    let value: unknown;
    try {
        value = (object as Record<string | number, unknown>)[key];
    } catch {
        return new Unknown(formatPath(path), leaves.unknownIdentity(path));
    }
    if (value === REDACTED) return new Secret(Symbol("secret"));
    if (typeof value !== "object" || value === null) return value;
    if (!Array.isArray(value)) return readMembers(value, path, leaves);
    return Array.from({ length: value.length }, (_, index) =>
        readMember(value, index, [...path, index], leaves),
    );
}
