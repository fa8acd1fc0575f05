import type { CronExpression } from "./cron-expression";
import { readCronExpression } from "./cron-expression";
import type { CronFieldSet } from "./cron-field-set";
import { CRON_FIELDS, type CronField } from "./cron-fields";
import { type CronProblem, quote } from "./cron-problem";
import { REFERENCE_YEAR } from "./expand-year";
import { readTimeZone, TimeZone } from "./time-zone";

const [HOUR_MINUTES, DAY_MINUTES] = [60, 24 * 60];

/** The clock's part of an expression in UTC. */
interface Clock {
    readonly minutes: readonly number[];
    readonly hours: readonly number[];
    /** Days by which the calendar is ahead of the local one, of each firing. */
    readonly days: ReadonlySet<number>;
}

/**
 * The expression that fires in UTC when another does by the clock of a zone, for schedules that know no zones; or why
 * there is none: a clock that is put forward and back has no fixed place in UTC, and a calendar day may not either.
 *
 * @example cronInUtc("0 8 * * 1-5", "Asia/Tokyo") // { text: "0 23 * * 0-4" }
 */
export function cronInUtc(text: string, timeZone: string): { text: string } | readonly CronProblem[] {
    if (text.trim().startsWith("@")) {
        return [
            { message: `${quote(text)} has no five fields`, fix: 'write them, for example "0 8 * * 1-5"' },
        ];
    }
    const expression = readCronExpression(text);
    if (!("minute" in expression)) return expression;
    const zone = expression.timeZone ?? readTimeZone(timeZone);
    if (!(zone instanceof TimeZone)) return [zone];
    if (zone.changesIn(REFERENCE_YEAR).length > 0) {
        return [
            {
                message: `the clock of ${zone.name} is put forward and back, and the schedule is kept in UTC the whole year`,
                fix: 'use "UTC", with the hour that must hold in summer and in winter, or a zone without daylight saving',
            },
        ];
    }
    const offset = zone.offsetAt(Date.UTC(REFERENCE_YEAR, 0) / 1000) / 60;
    const clock = shiftedClock(expression, offset);
    if (clock === undefined) {
        return [unsplit(zone, "the minutes of some hours fall into other hours than the rest")];
    }
    return shiftedDays(expression, clock, zone);
}

/** Hours and minutes in UTC; `undefined` where they are no product of the two any more. */
function shiftedClock({ minute, hour }: CronExpression, offset: number): Clock | undefined {
    const instants = allowed(hour, CRON_FIELDS.hour).flatMap((h) =>
        allowed(minute, CRON_FIELDS.minute).map((m) => h * HOUR_MINUTES + m - offset),
    );
    const times = instants.map((at) => ((at % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES);
    const ascending = (values: Iterable<number>): number[] => [...new Set(values)].sort((a, b) => a - b);
    const hours = ascending(times.map((time) => Math.floor(time / HOUR_MINUTES)));
    const minutes = ascending(times.map((time) => time % HOUR_MINUTES));
    if (hours.length * minutes.length !== times.length) return undefined;
    return { hours, minutes, days: new Set(instants.map((at) => Math.floor(at / DAY_MINUTES))) };
}

/** The whole expression, its week days moved where midnight lies between the zone and UTC. */
function shiftedDays(
    expression: CronExpression,
    { minutes, hours, days }: Clock,
    zone: TimeZone,
): { text: string } | readonly CronProblem[] {
    const { dayOfMonth, month, dayOfWeek } = expression;
    const [shift = 0, ...others] = days;
    const isDaily = dayOfMonth.isStar && month.isStar && dayOfWeek.isStar;
    if (!isDaily && others.length > 0) {
        return [unsplit(zone, "in UTC some of its hours are on another day than the rest")];
    }
    if (shift !== 0 && !(dayOfMonth.isStar && month.isStar)) {
        return [
            unsplit(zone, "in UTC it is on another day, which the day of the month and the month cannot say"),
        ];
    }
    const weekDays = allowed(dayOfWeek, CRON_FIELDS.dayOfWeek).map((day) => (day + shift + 7) % 7);
    const fields = [
        listed(minutes, CRON_FIELDS.minute),
        listed(hours, CRON_FIELDS.hour),
        fieldText(dayOfMonth, CRON_FIELDS.dayOfMonth),
        fieldText(month, CRON_FIELDS.month),
        dayOfWeek.isStar ? "*" : ranges(weekDays),
    ];
    return { text: fields.join(" ") };
}

function unsplit(zone: TimeZone, why: string): CronProblem {
    return {
        message: `by the clock of ${zone.name} no single expression in UTC fires so: ${why}`,
        fix: 'write it in "UTC", in two parts where it needs two',
    };
}

function allowed({ allows }: CronFieldSet, { min, max }: CronField): number[] {
    return Array.from({ length: max - min + 1 }, (_, index) => min + index).filter((value) => allows[value]);
}

function fieldText(set: CronFieldSet, field: CronField): string {
    return set.isStar ? "*" : ranges(allowed(set, field));
}

/** Values of the clock; all of them are a star. */
function listed(values: readonly number[], { min, max }: CronField): string {
    return values.length === max - min + 1 ? "*" : ranges(values);
}

/** Values as cron writes them: `1-5`, `0,30`. */
function ranges(values: readonly number[]): string {
    const runs: [first: number, last: number][] = [];
    for (const value of [...values].sort((a, b) => a - b)) {
        const run = runs.at(-1);
        if (run?.[1] === value - 1) run[1] = value;
        else runs.push([value, value]);
    }
    return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
}
