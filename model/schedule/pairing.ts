import type { Interval } from "./expand-year";

/** Firings of one edge of a window that follow each other without the other edge between them. */
export interface Repeats {
    /** How often it happens in the year. */
    readonly count: number;
    /** The first time: from a firing to the next one of the same edge. Absent when it never happens. */
    readonly first?: Interval;
}

/** Whether the starts and the ends of a window take turns. */
export interface Pairing {
    /** Starts with no end before, or together with, the next start: the window stays closed between the two. */
    readonly repeatedStarts: Repeats;
    /** Ends with no start together with, or after, them before the next end: the window stays open between the two. */
    readonly repeatedEnds: Repeats;
}

/**
 * The neighbours in a sorted list with nothing of another sorted list between them. A value that both lists share
 * counts for the pair that it ends, or with `"first"` for the pair that it begins.
 */
function repeats(edges: readonly number[], others: readonly number[], shared: "first" | "last"): Repeats {
    let count = 0;
    let first: Interval | undefined;
    let index = 0;
    for (const [position, from] of edges.entries()) {
        const to = edges[position + 1];
        if (to === undefined) break;
        const isBefore = (other: number): boolean => (shared === "first" ? other < from : other <= from);
        while (isBefore(others[index] ?? Infinity)) index++;
        const between = others[index] ?? Infinity;
        if (shared === "first" ? between < to : between <= to) continue;
        count++;
        first ??= { from, to };
    }
    return first === undefined ? { count } : { count, first };
}

/** Whether the starts and the ends of a window, each in ascending order, take turns. */
export function pair(starts: readonly number[], ends: readonly number[]): Pairing {
    return { repeatedStarts: repeats(starts, ends, "last"), repeatedEnds: repeats(ends, starts, "first") };
}
