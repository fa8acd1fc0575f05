import { Secret, Unknown } from "../declared";
import { isSameValue, metadataText } from "./metadata-text";
import type { CountsTaken, Scaler } from "./scaler";
import { defaultOf, targetKeyOf } from "./target-key";

/**
 * Whether the number of a trigger counts a task for as long as somebody works on it, as the lag of a Kafka group does
 * until its offset is committed; a Redis list counts it until somebody takes it. `undefined` where it is not known.
 *
 * @example countsTaken(sqs, { scaleOnInFlight: "false" }) // false
 */
export function countsTaken(
    scaler: Scaler,
    metadata: Readonly<Record<string, unknown>>,
): boolean | undefined {
    return countingCase(scaler, metadata)?.counts;
}

/** Whether the number of a trigger counts only tasks that somebody has taken, and so never a new one. */
export function countsOnlyTaken(scaler: Scaler, metadata: Readonly<Record<string, unknown>>): boolean {
    return countingCase(scaler, metadata)?.only === true;
}

function countingCase(scaler: Scaler, metadata: Readonly<Record<string, unknown>>): CountsTaken | undefined {
    for (const each of scaler.countsTaken ?? []) {
        const holds = applies(each, scaler, metadata);
        if (holds === undefined) return undefined;
        if (holds) return each;
    }
    return undefined;
}

/** Whether a case holds; `undefined` where a value that decides it is known only after apply. */
function applies(
    { target, when = {} }: CountsTaken,
    scaler: Scaler,
    metadata: Readonly<Record<string, unknown>>,
): boolean | undefined {
    if (target !== undefined && targetKeyOf(scaler, metadata) !== target) return false;
    const values = Object.entries(when).map(([key, wanted]) => [metadata[key], key, wanted] as const);
    if (values.some(([value]) => value instanceof Unknown || value instanceof Secret)) return undefined;
    return values.every(([value, key, wanted]) =>
        isSameValue(metadataText(value) ?? defaultOf(scaler, key), wanted),
    );
}
