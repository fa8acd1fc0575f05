import { expandYear, type Interval, REFERENCE_YEAR } from "./expand-year";
import { type LostFiring, lostFirings } from "./lost-edges";
import { firings, nextTable, yearBounds } from "./next-table";
import { pair, type Pairing } from "./pairing";
import type { Window } from "./window";

const HOURS_PER_WEEK = 168;

/** What a window does over a year. */
export interface WindowDescription extends Pairing {
    /** The part of the year in which it is active, from 0 to 1. */
    readonly activeShare: number;
    /** The same, as hours of an average week. */
    readonly hoursPerWeek: number;
    /** The longest time without a break in which it is active, the first one of those; absent when it never is. */
    readonly longest?: Interval;
    /** Seconds of the median active time, those that the year's ends cut left out where there are others; 0 when it is never active. */
    readonly usualSeconds: number;
    /** Whether the start never fires; KEDA then takes the window for always active. */
    readonly startNeverFires: boolean;
    /** Whether the end never fires; KEDA then takes the window for never active, unless the start never fires either. */
    readonly endNeverFires: boolean;
    /** Whether every start is an end too, however they are written; KEDA then takes the window for always active. */
    readonly startIsEnd: boolean;
    /** Starts that are lost when the clock is put forward. */
    readonly lostStarts: readonly LostFiring[];
    /** Ends that are lost when the clock is put forward. */
    readonly lostEnds: readonly LostFiring[];
}

function length({ from, to }: Interval): number {
    return to - from;
}

function median(lengths: readonly number[]): number {
    return [...lengths].sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
}

/** The median length of intervals, those that touch the bounds left out where there are others. */
function usualLength(intervals: readonly Interval[], bounds: Interval): number {
    const whole = intervals.filter(({ from, to }) => from > bounds.from && to < bounds.to);
    return median((whole.length > 0 ? whole : intervals).map(length));
}

/**
 * Describes what a window does over a year, by the same rule as `isActive`: how much of it is active, the longest
 * and the usual time, whether starts and ends take turns, which edges never fire, and which are lost when the
 * clock is put forward.
 *
 * @param year Default: `REFERENCE_YEAR`.
 * @example A start `30 6 * * 1-5` with an end `10 22 * * *` has `repeatedEnds`, and a longest time from Friday
 * 06:30 to Sunday 22:10.
 */
export function describeWindow(window: Window, year: number = REFERENCE_YEAR): WindowDescription {
    const { start, end, timeZone } = window;
    const bounds = yearBounds(timeZone, year);
    const intervals = expandYear(window, year);
    const starts = firings(nextTable(start, timeZone, bounds));
    const ends = firings(nextTable(end, timeZone, bounds));
    const active = intervals.reduce((sum, interval) => sum + length(interval), 0);
    const activeShare = active / length(bounds);
    const longest = intervals.reduce<Interval | undefined>(
        (best, interval) => (best === undefined || length(interval) > length(best) ? interval : best),
        undefined,
    );
    return {
        activeShare,
        hoursPerWeek: activeShare * HOURS_PER_WEEK,
        ...(longest === undefined ? {} : { longest }),
        usualSeconds: usualLength(intervals, bounds),
        startNeverFires: starts.length === 0,
        endNeverFires: ends.length === 0,
        startIsEnd:
            starts.length > 0 && starts.length === ends.length && starts.every((at, i) => at === ends[i]),
        ...pair(starts, ends),
        lostStarts: lostFirings(start, timeZone, year, starts),
        lostEnds: lostFirings(end, timeZone, year, ends),
    };
}
