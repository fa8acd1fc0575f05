import type { LocalTime } from "./civil";
import type { TimeZone } from "./time-zone";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function two(value: number): string {
    return String(value).padStart(2, "0");
}

/** A local date and time for a message: `2028-03-26 02:30`. */
export function formatLocalTime({ year, month, day, hour, minute }: LocalTime): string {
    return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

/**
 * An instant as day of the week and time of day in a zone, for a window that recurs: `Friday 06:30`.
 *
 * @param instant seconds since 1970 UTC
 */
export function formatWeekTime(zone: TimeZone, instant: number): string {
    const { weekday, hour, minute } = zone.localTime(instant);
    return `${DAYS[weekday] ?? ""} ${two(hour)}:${two(minute)}`;
}
