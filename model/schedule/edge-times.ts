import { REFERENCE_YEAR } from "./expand-year";
import { firings, nextTable, yearBounds } from "./next-table";
import type { Window } from "./window";

/** One edge of a window in the year. */
export interface Edge {
    readonly at: number;
    readonly kind: "start" | "end";
}

/** When a window starts and ends in a year of its zone, each in ascending order, in seconds since 1970 UTC. */
export function edgesOf({ start, end, timeZone }: Window): {
    readonly starts: readonly number[];
    readonly ends: readonly number[];
} {
    const bounds = yearBounds(timeZone, REFERENCE_YEAR);
    return {
        starts: firings(nextTable(start, timeZone, bounds)),
        ends: firings(nextTable(end, timeZone, bounds)),
    };
}

/** The edges of a year, both kinds in the order in which they come. */
export function edgesInOrder(window: Window): readonly Edge[] {
    const { starts, ends } = edgesOf(window);
    return [
        ...starts.map((at): Edge => ({ at, kind: "start" })),
        ...ends.map((at): Edge => ({ at, kind: "end" })),
    ].sort((a, b) => a.at - b.at);
}
