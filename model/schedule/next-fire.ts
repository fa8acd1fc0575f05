import { type LocalTime, SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from "./civil";
import { allowsDay, type CronExpression } from "./cron-expression";
import type { TimeZone } from "./time-zone";

/** How many years on a firing is looked for; after that the expression never fires. */
const YEARS = 5;

/** The search for the next firing: an instant that only moves on, and what the clock shows at it. */
class Search {
    /** Whether a field was moved, so that the smaller ones begin at their smallest values. */
    moved = false;
    now: LocalTime;

    constructor(
        readonly zone: TimeZone,
        public at: number,
    ) {
        this.now = zone.localTime(at);
    }

    moveTo(instant: number): void {
        this.moved = true;
        this.at = instant;
        this.now = this.zone.localTime(instant);
    }

    /** Moves on by whole units: by many at once where the clock does not change on the way, else by one. */
    moveBy(units: number, unitSeconds: number): void {
        const target = this.at + units * unitSeconds;
        this.moveTo(target < this.zone.spanAt(this.at).to ? target : this.at + unitSeconds);
    }
}

/** How far it is from a value to the next one that is allowed, or to the end where none is. */
function distanceToAllowed(allows: readonly boolean[], value: number): number {
    let next = value + 1;
    while (next < allows.length && allows[next] !== true) next++;
    return next - value;
}

/** Moves to the next month that is allowed. False when the year ended on the way. */
function findMonth(search: Search, { month }: CronExpression): boolean {
    while (month.allows[search.now.month] !== true) {
        if (!search.moved) search.moveTo(search.zone.instantOf(search.now.year, search.now.month, 1));
        const { year, month: current, day, hour, minute, second } = search.now;
        search.moveTo(search.zone.instantOf(year, current + 1, day, hour, minute, second));
        if (search.now.month === 1) return false;
    }
    return true;
}

/**
 * Moves to the next day that is allowed. False when the month ended on the way. Where midnight does not exist the
 * search steps back into the evening before and so may pass over the day, as robfig/cron does. Where the whole day
 * does not exist (Samoa, 30 December 2011) the search goes on; robfig/cron never comes back.
 */
function findDay(search: Search, expression: CronExpression): boolean {
    while (!allowsDay(expression, search.now)) {
        if (!search.moved) {
            search.moveTo(search.zone.instantOf(search.now.year, search.now.month, search.now.day));
        }
        const { year, month, day, hour, minute, second } = search.now;
        const next = search.zone.instantOf(year, month, day + 1, hour, minute, second);
        search.moveTo(next > search.at ? next : search.zone.instantOf(year, month, day + 2));
        const shown = search.now.hour;
        if (shown !== 0) search.moveTo(search.at + (shown > 12 ? 24 - shown : -shown) * SECONDS_PER_HOUR);
        if (search.now.day === 1) return false;
    }
    return true;
}

/** Moves to the next hour that is allowed. False when the day ended on the way. */
function findHour(search: Search, { hour }: CronExpression): boolean {
    while (hour.allows[search.now.hour] !== true) {
        if (!search.moved) {
            const { year, month, day, hour: current } = search.now;
            search.moveTo(search.zone.instantOf(year, month, day, current));
        }
        const wanted = distanceToAllowed(hour.allows, search.now.hour);
        search.moveBy(wanted, SECONDS_PER_HOUR);
        if (search.now.hour === 0) return false;
    }
    return true;
}

/** Moves to the next minute that is allowed, at its first second. False when the hour ended on the way. */
function findMinute(search: Search, { minute }: CronExpression): boolean {
    while (minute.allows[search.now.minute] !== true) {
        if (!search.moved) search.moveTo(search.at - search.now.second);
        search.moveBy(distanceToAllowed(minute.allows, search.now.minute), SECONDS_PER_MINUTE);
        if (search.now.minute === 0) return false;
    }
    if (search.now.second === 0) return true;
    search.moveTo(search.at + SECONDS_PER_MINUTE - search.now.second);
    return false;
}

/** Whether a field allows nothing, as one of commas alone does. */
function isEmpty({ allows }: { readonly allows: readonly boolean[] }): boolean {
    return !allows.includes(true);
}

/**
 * The first firing of an expression after an instant, both in seconds since 1970 UTC; `undefined` when there is
 * none within five years. Step by step as `SpecSchedule.Next` of robfig/cron v3.0.1 spec.go, so that local times
 * which the clock skips or shows twice give what KEDA sees: a skipped time does not fire that day, a repeated one
 * fires twice, and just after a clock was put back in the middle of an hour the answer may have passed.
 *
 * @param timeZone where the expression's times are meant, unless it names a zone itself
 */
export function nextFire(expression: CronExpression, timeZone: TimeZone, after: number): number | undefined {
    if (isEmpty(expression.minute) || isEmpty(expression.hour) || isEmpty(expression.month)) return undefined;
    const search = new Search(expression.timeZone ?? timeZone, Math.floor(after) + 1);
    const lastYear = search.now.year + YEARS;
    while (search.now.year <= lastYear) {
        if (
            findMonth(search, expression) &&
            findDay(search, expression) &&
            findHour(search, expression) &&
            findMinute(search, expression)
        ) {
            return search.at;
        }
    }
    return undefined;
}
