import { nextTable, yearBounds } from "./next-table";
import { isInside, type Window } from "./window";

/**
 * The year over which a window is judged. A fixed one, so that a finding does not come and go with the date on
 * which it is looked for; a leap year, so that the 29th of February is in it; and one that lies ahead, so that
 * today's rules for daylight saving apply.
 */
export const REFERENCE_YEAR = 2028;

/** Asked just after the beginning of a stretch, where the answer is that of the whole stretch. */
const INSTANT = 0.5;

/** A stretch of time in seconds since 1970 UTC; `to` is not in it. */
export interface Interval {
    readonly from: number;
    readonly to: number;
}

/**
 * The times at which a window is active in a year of its zone, in their order, cut at the year's ends. The same
 * answer as `isActive` for every instant of the year, at a small part of the cost.
 */
export function expandYear(window: Window, year: number = REFERENCE_YEAR): Interval[] {
    const bounds = yearBounds(window.timeZone, year);
    const starts = nextTable(window.start, window.timeZone, bounds);
    const ends = nextTable(window.end, window.timeZone, bounds);
    const intervals: Interval[] = [];
    let activeFrom: number | undefined;
    let [s, e] = [0, 0];
    let at = bounds.from - 1;
    while (at < bounds.to) {
        const inside = isInside(at + INSTANT, starts.next[s] ?? 0, ends.next[e] ?? 0);
        if (inside) {
            activeFrom ??= Math.max(at, bounds.from);
        } else if (activeFrom !== undefined) {
            if (at > activeFrom) intervals.push({ from: activeFrom, to: at });
            activeFrom = undefined;
        }
        const nextS = starts.from[s + 1] ?? bounds.to;
        const nextE = ends.from[e + 1] ?? bounds.to;
        at = Math.min(nextS, nextE);
        if (nextS === at) s++;
        if (nextE === at) e++;
    }
    if (activeFrom !== undefined) intervals.push({ from: activeFrom, to: bounds.to });
    return intervals;
}
