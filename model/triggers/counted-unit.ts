import type { Scaler } from "./scaler";

/** What a scaler counts, in the plural; `undefined` where its number is whatever a query or a metric gives. */
export function countedUnit({ unit }: Scaler): string | undefined {
    return unit.startsWith("of ") ? undefined : unit;
}
