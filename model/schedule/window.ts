import { type CronExpression, readCronExpression } from "./cron-expression";
import type { CronProblem } from "./cron-problem";
import { nextFire } from "./next-fire";
import { NEVER } from "./next-table";
import { readTimeZone, TimeZone } from "./time-zone";
import { trim } from "./white-space";

/** A recurring window of time as KEDA's cron trigger states it. */
export interface WindowArgs {
    /** When it begins: five cron fields, minute, hour, day of month, month, day of week. */
    readonly start: string;
    /** When it ends, in the same form. */
    readonly end: string;
    /** The IANA name of the zone that both are meant in. */
    readonly timeZone: string;
}

/** A window that KEDA accepts. */
export interface Window {
    readonly start: CronExpression;
    readonly end: CronExpression;
    readonly timeZone: TimeZone;
}

/** Why KEDA would refuse a window, and which member is wrong. */
export interface WindowProblem extends CronProblem {
    readonly member: keyof WindowArgs;
}

/**
 * Reads a window; everything that is wrong is reported at once. KEDA checks the expressions when it makes the
 * scaler, and the zone only when it first asks for the metric (2.20.2 pkg/scalers/cron_scaler.go).
 *
 * @example readWindow({ start: "0 8 * * 1-5", end: "0 19 * * 1-5", timeZone: "Europe/Berlin" })
 */
export function readWindow(args: WindowArgs): Window | readonly WindowProblem[] {
    const start = readCronExpression(args.start);
    const end = readCronExpression(args.end);
    const timeZone = readTimeZone(args.timeZone);
    if (!("text" in start) || !("text" in end) || !(timeZone instanceof TimeZone)) {
        return [
            ...("text" in start ? [] : start.map((problem) => ({ ...problem, member: "start" as const }))),
            ...("text" in end ? [] : end.map((problem) => ({ ...problem, member: "end" as const }))),
            ...(timeZone instanceof TimeZone ? [] : [{ ...timeZone, member: "timeZone" as const }]),
        ];
    }
    if (trim(args.start) === trim(args.end)) {
        const message = "start and end are the same";
        return [{ member: "end", message, fix: "give the time at which the window ends" }];
    }
    return { start, end, timeZone };
}

/**
 * KEDA's rule of being inside, from the present and the next start and end: inside when the end comes first or both
 * come together. A start that never comes makes it always inside, else an end that never comes never.
 *
 * Both are compared with the present too, as KEDA does, since where the clock is put back within an hour (Chatham)
 * robfig/cron gives a next firing that has passed.
 */
export function isInside(now: number, nextStart: number, nextEnd: number): boolean {
    return nextStart < nextEnd ? now > nextStart && now < nextEnd : now > nextStart || now < nextEnd;
}

/** Whether a window is active at an instant, in seconds since 1970 UTC, as KEDA's cron scaler would say. */
export function isActive(window: Window, instant: number): boolean {
    const { start, end, timeZone } = window;
    const nextStart = nextFire(start, timeZone, instant) ?? NEVER;
    const nextEnd = nextFire(end, timeZone, instant) ?? NEVER;
    return isInside(instant, nextStart, nextEnd);
}
