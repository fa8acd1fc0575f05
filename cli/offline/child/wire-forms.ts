import type { Fields } from "../wire";
import { isFields, mapMembers, SIGNATURE, Signature, signatureOf, UNKNOWN } from "../wire";

/** The wire form without the content of its secrets; each secret stays as an empty envelope in its place. */
export function withoutSecrets(value: unknown): unknown {
    const signature = signatureOf(value);
    if (signature === Signature.Secret) return { [SIGNATURE]: Signature.Secret };
    if (signature === Signature.OutputValue && isFields(value) && value["secret"] === true) {
        return { [SIGNATURE]: Signature.Secret, dependencies: value["dependencies"] };
    }
    return mapMembers(value, withoutSecrets);
}

/** The wire form as an engine returns it: outputs give way to their values, secrets stay secret. */
export function asState(value: unknown): unknown {
    return unwrapped(value, (secret) => ({ [SIGNATURE]: Signature.Secret, value: asState(secret) }));
}

/**
 * The wire form for a transform. Secrets are outputs there: as plain secrets the SDK would pull them up, and
 * one secret value would make the whole property a secret.
 */
export function forTransform(value: unknown): unknown {
    return unwrapped(value, (secret) => ({
        [SIGNATURE]: Signature.OutputValue,
        value: forTransform(secret),
        secret: true,
    }));
}

function unwrapped(value: unknown, wrapSecret: (content: unknown) => unknown): unknown {
    if (typeof value === "string") return value.includes(UNKNOWN) ? UNKNOWN : value;
    const inner = (member: unknown): unknown => unwrapped(member, wrapSecret);
    if (!isFields(value)) return mapMembers(value, inner);
    const signature = signatureOf(value);
    if (signature === Signature.Secret) return wrapSecret(value["value"] ?? null);
    if (signature === Signature.OutputValue) {
        const content = value["value"];
        if (content === undefined) return UNKNOWN;
        return value["secret"] === true ? wrapSecret(content) : inner(content);
    }
    return mapMembers(value, inner);
}

/**
 * The inputs without members that are an output of nothing. Where a resource takes its inputs as they are, the
 * SDK leaves such members out; as outputs they would arrive as `null`.
 */
export function withoutAbsent(value: unknown): unknown {
    if (!isFields(value)) return mapMembers(value, withoutAbsent);
    const present = Object.entries(value).filter(([, member]) => !isAbsent(member));
    return Object.fromEntries(present.map(([key, member]) => [key, withoutAbsent(member)]));
}

function isAbsent(value: unknown): boolean {
    return (
        isFields(value) &&
        signatureOf(value) === Signature.OutputValue &&
        value["value"] === null &&
        value["secret"] !== true
    );
}

/** An object with every member changed. */
export function mapFields(fields: Fields, map: (value: unknown) => unknown): Fields {
    return mapMembers(fields, map) as Fields;
}
