import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE, toLocalTime } from "./civil";
import type { CronExpression } from "./cron-expression";
import { nextFire } from "./next-fire";
import type { TimeZone } from "./time-zone";

/** Stands for a firing that never comes. Before all instants, as Go's zero time is, which KEDA compares with. */
export const NEVER = Number.NEGATIVE_INFINITY;

/** The next firing of an expression at every instant of a stretch of time: `next[i]` from `from[i]` to `from[i + 1]`. */
export interface NextTable {
    readonly from: readonly number[];
    readonly next: readonly number[];
}

/** Hours around a change of the clock in which the next firing may depend on where the search begins. */
const UNSETTLED_HOURS = 27;

/** Tables are kept until they hold so many entries together. */
const LARGEST_CACHE = 1_000_000;

const cache = new Map<string, NextTable>();
let cached = 0;

/**
 * The instants at which the next firing has to be looked for again though none came: the first of each month and,
 * around a change of the clock, each hour; one second before it, since a search begins a second later. Elsewhere
 * a search gives the same answer wherever it begins.
 */
function checkpoints(zone: TimeZone, start: number, end: number): number[] {
    const points = new Set<number>();
    const [first, last] = [toLocalTime(start).year - 1, toLocalTime(end).year + 1];
    for (let year = first; year <= last; year++) {
        for (let month = 1; month <= 12; month++) points.add(zone.instantOf(year, month, 1));
        for (const { at, before, after } of zone.changesIn(year)) {
            points.add(at);
            for (let hour = -UNSETTLED_HOURS; hour <= UNSETTLED_HOURS; hour++) {
                for (const offset of [before, after]) {
                    const hourStart =
                        Math.floor((at + offset) / SECONDS_PER_HOUR) * SECONDS_PER_HOUR - offset;
                    points.add(hourStart + hour * SECONDS_PER_HOUR);
                }
            }
        }
    }
    return [...points]
        .map((point) => point - 1)
        .filter((point) => point > start && point < end)
        .sort((a, b) => a - b);
}

const checkpointCache = new Map<string, readonly number[]>();

function cachedCheckpoints(zone: TimeZone, start: number, end: number): readonly number[] {
    const key = `${zone.name}\n${start}\n${end}`;
    const known = checkpointCache.get(key);
    if (known !== undefined) return known;
    const points = checkpoints(zone, start, end);
    checkpointCache.set(key, points);
    return points;
}

/** The firings in the rest of the hour of one, which need no search where the clock does not change near it. */
function firingsInHour(expression: CronExpression, zone: TimeZone, firing: number): number[] {
    const { minute } = zone.localTime(firing);
    const hour = firing - minute * SECONDS_PER_MINUTE;
    return expression.minute.allows.flatMap((allowed, other) =>
        allowed && other > minute ? [hour + other * SECONDS_PER_MINUTE] : [],
    );
}

function buildTable(expression: CronExpression, zone: TimeZone, start: number, end: number): NextTable {
    const from: number[] = [];
    const next: number[] = [];
    const points = cachedCheckpoints(zone, start, end);
    const firesOften = expression.minute.allows.filter(Boolean).length > 1;
    let point = 0;
    let at = start;
    while (at < end) {
        const firing = nextFire(expression, zone, at) ?? NEVER;
        if (firing !== next.at(-1) || firing === at) {
            from.push(at);
            next.push(firing);
        }
        if (firing === NEVER) break;
        while ((points[point] ?? end) <= at) point++;
        const checkpoint = points[point] ?? end;
        at = firing > at ? Math.min(firing, checkpoint) : checkpoint;
        if (!firesOften || firing + SECONDS_PER_HOUR >= checkpoint) continue;
        for (const later of firingsInHour(expression, zone, firing)) {
            from.push(at);
            next.push(later);
            at = later;
        }
    }
    return { from, next };
}

/** The local year of a zone: its first instant and the first one of the next year. */
export function yearBounds(zone: TimeZone, year: number): { from: number; to: number } {
    return { from: zone.instantOf(year, 1, 1), to: zone.instantOf(year + 1, 1, 1) };
}

/**
 * The next firing of an expression at every instant of a year, from one second before it, so that a firing at
 * its very beginning is seen. Kept by expression, zone and stretch of time.
 */
export function nextTable(
    expression: CronExpression,
    timeZone: TimeZone,
    bounds: { readonly from: number; readonly to: number },
): NextTable {
    const zone = expression.timeZone ?? timeZone;
    const key = `${zone.name}\n${bounds.from}\n${bounds.to}\n${expression.text}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const table = buildTable(expression, zone, bounds.from - 1, bounds.to);
    if (cached > LARGEST_CACHE) {
        cache.clear();
        cached = 0;
    }
    cache.set(key, table);
    cached += table.from.length;
    return table;
}

/** The firings that are seen in the time of a table, in their order. */
export function firings({ from, next }: NextTable): number[] {
    return next.filter((firing, index) => from[index + 1] === firing);
}
