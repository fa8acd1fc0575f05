import { Secret, Unknown } from "./leaf";
import type { Path } from "./path";
import { formatPath } from "./path";

/**
 * Whether a value is delivered later: a Pulumi Output (recognised by its own marker, as `Output.isInstance` does)
 * or a promise.
 */
export function isDeferred(value: unknown): boolean {
    if (typeof value !== "object" || value === null) return false;
    const candidate = value as { __pulumiOutput?: unknown; then?: unknown };
    return candidate.__pulumiOutput === true || typeof candidate.then === "function";
}

/** Whether a value stands for one that may not be looked at: deferred, unknown or secret. */
export function isOpaque(value: unknown): boolean {
    return value instanceof Unknown || value instanceof Secret || isDeferred(value);
}

/** Replaces every deferred value in a structure by an `Unknown` leaf with the deferred value as its identity. */
export function withUnknowns(value: unknown, path: Path): unknown {
    if (value instanceof Unknown || value instanceof Secret) return value;
    if (isDeferred(value)) return new Unknown(formatPath(path), value);
    if (Array.isArray(value)) return value.map((item, index) => withUnknowns(item, [...path, index]));
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(
            Object.entries(value)
                .filter(([, item]) => item !== undefined)
                .map(([key, item]) => [key, withUnknowns(item, [...path, key])]),
        );
    }
    return value;
}
