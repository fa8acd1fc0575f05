import type { CronField } from "./cron-fields";
import { type CronProblem, quote } from "./cron-problem";

/** The values that one field of an expression allows. */
export interface CronFieldSet {
    /** `allows[value]`, for every value from 0 to the field's maximum. */
    readonly allows: readonly boolean[];
    /** Whether the field has a `*` or `?` with no step above 1, which decides how the two day fields join. */
    readonly isStar: boolean;
}

const LARGEST_INT64 = "9223372036854775807";

/** Reads a whole number as Go's `strconv.Atoi` does: an optional sign, any number of leading zeros, at most 64 bits. */
function atoi(text: string): number | undefined {
    const [, sign, digits] = /^([+-]?)0*(\d+)$/.exec(text) ?? [];
    if (digits === undefined || digits.length > LARGEST_INT64.length) return undefined;
    if (digits.length === LARGEST_INT64.length && digits > LARGEST_INT64) return undefined;
    return sign === "-" ? -Number(digits) : Number(digits);
}

/** Reads a value of a field: a number, or one of the field's words in any case. */
function readValue(text: string, field: CronField): number | undefined {
    const word = field.words.indexOf(text.toLowerCase());
    return word === -1 ? atoi(text) : field.min + word;
}

function problem(field: CronField, message: string, fix: string): CronProblem {
    return { field: field.name, message, fix };
}

/** What someone may write in a field. */
function allowed(field: CronField): string {
    const [first, last] = [field.words.at(0), field.words.at(-1)];
    const words = first === undefined || last === undefined ? "" : ` or ${first} to ${last}`;
    return `use ${field.min} to ${field.max}${words}`;
}

function notAValue(field: CronField, text: string): CronProblem {
    const word = field.words.find((candidate) => text.toLowerCase().startsWith(candidate));
    if (text === "") return problem(field, "a value is missing", allowed(field));
    if (word !== undefined) {
        return problem(field, `${quote(text)} is not known`, `write the first three letters, ${word}`);
    }
    const extension = /[LW#]/.test(text) ? "; L, W and # are not supported here" : "";
    return problem(field, `${quote(text)} is not a value`, `${allowed(field)}${extension}`);
}

/** The fix for a range that ends before it begins: the two parts that it was meant to have. */
function wrapped(field: CronField, start: number, end: number): string {
    const part = (from: number, to: number): string => (from === to ? `${from}` : `${from}-${to}`);
    return `a range does not wrap around: write ${part(start, field.max)},${part(field.min, end)}`;
}

interface Range {
    readonly start: number;
    readonly end: number;
    readonly step: number;
    readonly isStar: boolean;
}

/** Reads one part of a list: `value`, `value-value` or `*`, each with an optional `/step`. */
function readRange(text: string, field: CronField): Range | CronProblem {
    const [range = "", stepText, ...moreSteps] = text.split("/");
    const [low = "", high, ...moreHighs] = range.split("-");
    const isStar = low === "*" || low === "?";
    const start = isStar ? field.min : readValue(low, field);
    if (start === undefined) return notAValue(field, low);
    if (!isStar && moreHighs.length > 0) {
        return problem(field, `${quote(text)} has more than one hyphen`, "write a range as first-last");
    }
    const last = isStar ? field.max : high === undefined ? start : readValue(high, field);
    if (last === undefined) return notAValue(field, high ?? "");
    if (moreSteps.length > 0) {
        return problem(field, `${quote(text)} has more than one slash`, "write a step as range/step");
    }
    const step = stepText === undefined ? 1 : atoi(stepText);
    if (step === undefined || step < 1) {
        return problem(
            field,
            `the step ${quote(stepText ?? "")} is not a whole number above 0`,
            "use 1 or more",
        );
    }
    const end = stepText !== undefined && high === undefined ? field.max : last;
    if (start < field.min) {
        return problem(field, `${start} is below ${field.min}`, allowed(field));
    }
    if (end > field.max || start > field.max) {
        const sunday = field.name === "day of week" && end === 7 ? "; Sunday is 0" : "";
        return problem(field, `${Math.max(start, end)} is above ${field.max}`, `${allowed(field)}${sunday}`);
    }
    if (start > end)
        return problem(field, `${quote(range)} ends before it begins`, wrapped(field, start, end));
    return { start, end, step, isStar: isStar && step === 1 };
}

/**
 * Reads one field: a list of values, ranges and stars. Empty parts of the list are skipped, so a field of commas
 * alone allows nothing and the expression never fires. As `getField` of robfig/cron v3.0.1 parser.go.
 */
export function readCronField(text: string, field: CronField): CronFieldSet | CronProblem {
    const allows = Array.from({ length: field.max + 1 }, () => false);
    let isStar = false;
    for (const part of text.split(",")) {
        if (part === "") continue;
        const range = readRange(part, field);
        if ("message" in range) return range;
        for (let value = range.start; value <= range.end; value += range.step) allows[value] = true;
        isStar ||= range.isStar;
    }
    return { allows, isStar };
}
