/** A date and a time of day as a clock on the wall shows them. */
export interface LocalTime {
    readonly year: number;
    /** 1 to 12. */
    readonly month: number;
    /** 1 to 31. */
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    /** 0 is Sunday. */
    readonly weekday: number;
}

export const SECONDS_PER_MINUTE = 60;
export const SECONDS_PER_HOUR = 3600;
export const SECONDS_PER_DAY = 86_400;

/** Days from 1970-01-01 to a date of the Gregorian calendar; months and days out of range carry over. */
export function daysFromCivil(year: number, month: number, day: number): number {
    const shifted = year * 12 + (month - 1) - 2;
    const y = Math.floor(shifted / 12);
    const m = shifted - y * 12;
    const era = Math.floor(y / 400);
    const yearOfEra = y - era * 400;
    const dayOfYear = Math.floor((153 * m + 2) / 5);
    const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468 + (day - 1);
}

/** The date and time of day so many seconds after 1970-01-01 00:00 on the same clock. */
export function toLocalTime(seconds: number): LocalTime {
    const days = Math.floor(seconds / SECONDS_PER_DAY);
    const rest = seconds - days * SECONDS_PER_DAY;
    const z = days + 719_468;
    const era = Math.floor(z / 146_097);
    const dayOfEra = z - era * 146_097;
    const yearOfEra = Math.floor(
        (dayOfEra -
            Math.floor(dayOfEra / 1460) +
            Math.floor(dayOfEra / 36_524) -
            Math.floor(dayOfEra / 146_096)) /
            365,
    );
    const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const m = Math.floor((5 * dayOfYear + 2) / 153);
    const month = m < 10 ? m + 3 : m - 9;
    return {
        year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
        month,
        day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
        hour: Math.floor(rest / SECONDS_PER_HOUR),
        minute: Math.floor(rest / SECONDS_PER_MINUTE) % 60,
        second: rest % 60,
        weekday: (((days + 4) % 7) + 7) % 7,
    };
}
