import { daysFromCivil, type LocalTime, SECONDS_PER_DAY, SECONDS_PER_HOUR, toLocalTime } from "./civil";
import { allowsDay, type CronExpression } from "./cron-expression";
import type { TimeZone } from "./time-zone";

/** A time that an expression asks for and at which it does not fire, because the clock is put forward that day. */
export interface LostFiring {
    /** The local time that the clock skips or that the search passes over. */
    readonly localTime: LocalTime;
    /** When the clock is put forward, in seconds since 1970 UTC. */
    readonly changedAt: number;
}

function localMidnight({ year, month, day }: LocalTime): number {
    return daysFromCivil(year, month, day) * SECONDS_PER_DAY;
}

/** The times of day, in minutes, that an expression asks for on a local date. */
function minutesOf(expression: CronExpression, date: LocalTime): number[] {
    if (expression.month.allows[date.month] !== true || !allowsDay(expression, date)) return [];
    return expression.hour.allows.flatMap((isHour, hour) =>
        isHour
            ? expression.minute.allows.flatMap((isMinute, minute) => (isMinute ? [hour * 60 + minute] : []))
            : [],
    );
}

/** The first value of a sorted list that is not before an instant. */
function firstFrom(sorted: readonly number[], instant: number): number {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? Infinity) < instant) low = middle + 1;
        else high = middle;
    }
    return sorted[low] ?? Infinity;
}

/**
 * The first firing that is lost on each day of a year on which the clock is put forward. A firing that another one
 * makes up for within an hour is not lost: nobody misses 02:30 of an expression that fires every half hour.
 *
 * @param fired what does fire in that year, in ascending order
 */
export function lostFirings(
    expression: CronExpression,
    timeZone: TimeZone,
    year: number,
    fired: readonly number[],
): LostFiring[] {
    const zone = expression.timeZone ?? timeZone;
    const forward = zone.changesIn(year).filter(({ before, after }) => after > before);
    return forward.flatMap(({ at, before, after }) => {
        const lastMidnight = localMidnight(toLocalTime(at + after));
        const firstMidnight = localMidnight(toLocalTime(at + before - 1));
        for (let midnight = firstMidnight; midnight <= lastMidnight; midnight += SECONDS_PER_DAY) {
            for (const minute of minutesOf(expression, toLocalTime(midnight))) {
                const shown = midnight + minute * 60;
                const instant = shown < at + before ? shown - before : Math.max(at, shown - after);
                if (firstFrom(fired, instant) <= instant + SECONDS_PER_HOUR) continue;
                return [{ localTime: toLocalTime(shown), changedAt: at }];
            }
        }
        return [];
    });
}
