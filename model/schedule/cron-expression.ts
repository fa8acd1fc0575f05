import { type CronFieldSet, readCronField } from "./cron-field-set";
import { CRON_FIELDS } from "./cron-fields";
import { type CronProblem, quote } from "./cron-problem";
import { Kept } from "./kept";
import { readTimeZone, TimeZone } from "./time-zone";
import { fieldsOf, trim } from "./white-space";

/** A cron expression of five fields, read. */
export interface CronExpression {
    /** The expression as it was written, without the white space around it. */
    readonly text: string;
    readonly minute: CronFieldSet;
    readonly hour: CronFieldSet;
    readonly dayOfMonth: CronFieldSet;
    readonly month: CronFieldSet;
    readonly dayOfWeek: CronFieldSet;
    /** The zone that a prefix `TZ=` or `CRON_TZ=` gives, which then wins over the window's own. */
    readonly timeZone?: TimeZone;
}

const EXAMPLE = 'write five fields "minute hour day-of-month month day-of-week", for example "0 8 * * 1-5"';

/** What the descriptors of other cron implementations stand for. */
const DESCRIPTORS: Readonly<Record<string, string>> = {
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
    "@monthly": "0 0 1 * *",
    "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@hourly": "0 * * * *",
};

/** Takes the zone off an expression that begins with one. */
function splitZone(text: string): { rest: string; timeZone?: TimeZone } | CronProblem {
    const prefix = /^(?:CRON_)?TZ=/.exec(text)?.[0];
    if (prefix === undefined) return { rest: text };
    const space = text.indexOf(" ");
    if (space === -1) {
        return { message: `${quote(text)} has a zone and no fields`, fix: EXAMPLE };
    }
    const name = text.slice(prefix.length, space);
    const rest = trim(text.slice(space));
    if (name === "Local") return { rest };
    const timeZone = readTimeZone(name === "" ? "UTC" : name);
    return timeZone instanceof TimeZone ? { rest, timeZone } : timeZone;
}

function fieldCountProblem(count: number): CronProblem {
    const seconds = count === 6 ? "; there is no field for seconds or years" : "";
    return { message: `expected 5 fields, found ${count}`, fix: `${EXAMPLE}${seconds}` };
}

/**
 * Reads a cron expression exactly as KEDA 2.20.2 does (pkg/scalers/cron_scaler.go, with robfig/cron v3.0.1): five
 * fields, names of months and days in any case, `*` and `?`, lists, ranges and steps, Sunday is 0 and never 7, an
 * optional `TZ=` or `CRON_TZ=` in front, and no descriptors such as `@daily`. All fields that are wrong are
 * reported.
 *
 * @example readCronExpression("0 8 * * mon-fri")
 */
export function readCronExpression(text: string): CronExpression | readonly CronProblem[] {
    return text.length > LONGEST_KEPT ? parse(text) : kept.get(text, () => parse(text));
}

/** A window is read by each rule, sentence and price that is about it, and a fleet has few different ones. */
const kept = new Kept<CronExpression | readonly CronProblem[]>();
const LONGEST_KEPT = 200;

function parse(text: string): CronExpression | readonly CronProblem[] {
    const trimmed = trim(text);
    if (trimmed === "") return [{ message: "the expression is empty", fix: EXAMPLE }];
    const zoned = splitZone(trimmed);
    if ("message" in zoned) return [zoned];
    const { rest, timeZone } = zoned;
    if (rest.startsWith("@")) {
        const same = Object.hasOwn(DESCRIPTORS, rest.toLowerCase())
            ? DESCRIPTORS[rest.toLowerCase()]
            : undefined;
        return [
            {
                message: `KEDA knows no descriptors such as ${quote(rest)}`,
                fix: same === undefined ? EXAMPLE : `write "${same}"`,
            },
        ];
    }
    const texts = fieldsOf(rest);
    if (texts.length !== 5) return [fieldCountProblem(texts.length)];
    const [minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = ""] = texts;
    const fields = {
        minute: readCronField(minute, CRON_FIELDS.minute),
        hour: readCronField(hour, CRON_FIELDS.hour),
        dayOfMonth: readCronField(dayOfMonth, CRON_FIELDS.dayOfMonth),
        month: readCronField(month, CRON_FIELDS.month),
        dayOfWeek: readCronField(dayOfWeek, CRON_FIELDS.dayOfWeek),
    };
    const problems = Object.values(fields).filter((field) => "message" in field);
    if (problems.length > 0) return problems;
    return {
        text: trimmed,
        ...(fields as Record<keyof typeof fields, CronFieldSet>),
        ...(timeZone === undefined ? {} : { timeZone }),
    };
}

/** Whether an expression allows a day, given the local date: with a star in either day field both must allow it, else one is enough. */
export function allowsDay(
    expression: CronExpression,
    date: { readonly day: number; readonly weekday: number },
): boolean {
    const { dayOfMonth, dayOfWeek } = expression;
    const byMonth = dayOfMonth.allows[date.day] === true;
    const byWeek = dayOfWeek.allows[date.weekday] === true;
    return dayOfMonth.isStar || dayOfWeek.isStar ? byMonth && byWeek : byMonth || byWeek;
}
