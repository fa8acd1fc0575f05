import { createHash } from "node:crypto";
import type { Fields } from "../wire";
import { isFields, signatureOf } from "../wire";

/**
 * The name that the Kubernetes provider would give to an object whose author gave none: the resource's name
 * and eight digits. The provider draws them; here they are made from the URN, so that two runs agree.
 */
export function standInName(name: string, urn: string): string {
    return `${name}-${createHash("sha256").update(urn).digest("hex").slice(0, 8)}`;
}

/** Whether the provider names objects of this resource type when their author does not. */
export function isAutoNamed(type: string, custom: boolean): boolean {
    return (
        custom &&
        type.startsWith("kubernetes:") &&
        !type.startsWith("kubernetes:helm.sh/") &&
        !type.endsWith("Patch") &&
        !type.endsWith("List")
    );
}

/** The inputs with a name in their metadata, or `undefined` where they have one or must not get one. */
export function withName(inputs: Fields, name: string): Fields | undefined {
    const metadata = named(inputs["metadata"] ?? {}, name);
    return metadata === undefined ? undefined : { ...inputs, metadata };
}

function named(metadata: unknown, name: string): Fields | undefined {
    if (!isFields(metadata)) return undefined;
    if (signatureOf(metadata) !== undefined) {
        const value = named(metadata["value"], name);
        return value === undefined ? undefined : { ...metadata, value };
    }
    const given = [metadata["name"], metadata["generateName"]].some(
        (field) => field !== undefined && field !== null && field !== "",
    );
    return given ? undefined : { ...metadata, name };
}
