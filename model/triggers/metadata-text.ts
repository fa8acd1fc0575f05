import { Secret, Unknown } from "../declared";

/**
 * A metadata value as KEDA reads it: without the spaces around it; an empty one is none (KEDA 2.20.2
 * typed_config.go `configParamValue`). `undefined` where there is none, or none that may be looked at.
 */
export function metadataText(value: unknown): string | undefined {
    if (typeof value !== "string") return undefined;
    const text = value.trim();
    return text === "" ? undefined : text;
}

/** Whether a metadata value is there; one that is not known yet is. */
export function isGiven(value: unknown): boolean {
    if (value instanceof Unknown || value instanceof Secret) return true;
    return typeof value === "string" ? value.trim() !== "" : value !== undefined && value !== null;
}

/** Whether a metadata value is the wanted one; for `true` whatever Go takes for it. */
export function isSameValue(value: string | undefined, wanted: string): boolean {
    if (value === undefined) return false;
    return wanted === "true" ? ["1", "t", "true"].includes(value.toLowerCase()) : value === wanted;
}
