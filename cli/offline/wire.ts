/*
 * How the Pulumi SDK writes what is not plain data into a resource's inputs (pulumi/pulumi
 * sdk/nodejs/runtime/rpc.ts). The values are part of Pulumi's protocol and do not change.
 */

/** Stands for a value that is not known in a preview. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The key whose value says that an object is an envelope, and of which kind. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** The kinds of envelopes. */
export const Signature = {
    Secret: "1b47061264138c4ac30d75fd1eb44270",
    Resource: "5cf8f73096256a8f31e491e813e4eb8e",
    OutputValue: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;

/** An object of which only the keys are known. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with keys, and not a list. */
export function isFields(value: unknown): value is Fields {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The kind of envelope that an object is, or `undefined` for plain data. */
export function signatureOf(value: unknown): string | undefined {
    const signature = isFields(value) ? value[SIGNATURE] : undefined;
    return typeof signature === "string" ? signature : undefined;
}

/** Applies a function to each member of a list or an object; anything else is returned as it is. */
export function mapMembers(value: unknown, map: (member: unknown, key: string | number) => unknown): unknown {
    if (Array.isArray(value)) return value.map((member, index) => map(member, index));
    if (!isFields(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, map(member, key)]));
}
