import type { Leaf } from "../declared";
import { isKnown } from "../declared";
import type { FieldSyntax } from "./field-syntax";
import { DURATION, FIELD_SYNTAX, POSITIVE_DURATION } from "./field-syntax";
import type { FieldChoices, ScalerField } from "./scaler";

/** Why a text is not what KEDA parses it as. */
export interface DecodeProblem {
    readonly problem: string;
    readonly fix: string;
}

const INT64_MAX = 2n ** 63n - 1n;
/** A sign and nineteen digits; longer texts are refused before any arithmetic. */
const LONGEST_INT64 = 20;
const LONGEST_NUMBER = 400;
const JSON_INTEGER = /^-?(0|[1-9]\d*)$/;
const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Reads a number of the metadata the way KEDA does: spaces around it are dropped, and the rest is JSON, into an int64
 * (`5.5`, `5e3` and `5k` are refused) or a float64 (`.5`, `+5` and `05` are refused)
 * (`pkg/scalers/scalersconfig/typed_config.go`, 2.20.2).
 *
 * @example decodeNumber("5.5", "integer") // { problem: '"5.5" is not a whole number', ... }
 */
export function decodeNumber(text: string, kind: "integer" | "number"): number | DecodeProblem {
    const trimmed = text.trim();
    const beyond = {
        problem: `${trimmed.slice(0, 40)} is beyond what KEDA can hold`,
        fix: "use a smaller number",
    };
    if (kind === "integer") {
        if (!JSON_INTEGER.test(trimmed)) {
            return {
                problem: `${quote(text)} is not a whole number`,
                fix: "write digits only, without a suffix or a leading zero",
            };
        }
        if (trimmed.length > LONGEST_INT64) return beyond;
        const value = BigInt(trimmed);
        return value > INT64_MAX || value < -INT64_MAX - 1n ? beyond : Number(trimmed);
    }
    if (trimmed.length > LONGEST_NUMBER || !JSON_NUMBER.test(trimmed)) {
        return {
            problem: `${quote(text)} is not a number`,
            fix: "write a decimal number such as 0.5, without a suffix or a leading zero",
        };
    }
    const value = Number(trimmed);
    return Number.isFinite(value) ? value : beyond;
}

function quote(text: string): string {
    return JSON.stringify(text.slice(0, 40));
}

/** What Go's `strconv.ParseBool` accepts. */
const GO_BOOLEANS = new Set([
    "1",
    "t",
    "T",
    "TRUE",
    "true",
    "True",
    "0",
    "f",
    "F",
    "FALSE",
    "false",
    "False",
]);

/** What of a field decides how its text is parsed. */
export type ParsedField = Pick<
    ScalerField,
    "kind" | "positive" | "min" | "max" | "bounded" | "words" | "separator" | "choices" | "syntax"
>;

/**
 * What is wrong with a metadata text for a field; `undefined` when KEDA can parse it. Empty text and spaces alone are
 * an absent value.
 */
export function metadataProblem(text: string, field: ParsedField): DecodeProblem | undefined {
    const trimmed = text.trim();
    if (trimmed === "") return undefined;
    const { kind, words, choices, syntax } = field;
    switch (kind) {
        case "integer":
        case "number": {
            const value = decodeNumber(text, kind);
            return typeof value === "number" ? boundsProblem(value, field) : value;
        }
        case "boolean":
            if (words !== undefined) return choiceProblem(trimmed, { values: words });
            return GO_BOOLEANS.has(trimmed)
                ? undefined
                : { problem: `${quote(text)} is not a boolean`, fix: 'write "true" or "false"' };
        case "choice":
            return choices === undefined ? undefined : choiceProblem(trimmed, choices);
        case "list":
            if (choices === undefined) return undefined;
            return trimmed
                .split(field.separator ?? ",")
                .map((item) => choiceProblem(item.trim(), choices))
                .find((problem) => problem !== undefined);
        case "map":
            return mapProblem(trimmed);
        case "duration":
            return durationProblem(trimmed, field.positive === true ? POSITIVE_DURATION : DURATION);
        default: {
            const form = syntax === undefined ? undefined : FIELD_SYNTAX[syntax];
            if (form === undefined || form.accepts(trimmed)) return undefined;
            return { problem: `${quote(text)} is not ${form.name}`, fix: form.fix };
        }
    }
}

function boundsProblem(value: number, { bounded, min, max }: ParsedField): DecodeProblem | undefined {
    if (bounded !== true) return undefined;
    if (min !== undefined && value < min) {
        return { problem: `${value} is below ${min}, and KEDA refuses it`, fix: `use ${min} or more` };
    }
    if (max === undefined || value <= max) return undefined;
    return { problem: `${value} is above ${max}, and KEDA refuses it`, fix: `use ${max} or less` };
}

/** A duration, or a bare number of milliseconds. */
function durationProblem(text: string, syntax: FieldSyntax): DecodeProblem | undefined {
    const isMilliseconds = /^\+?\d{1,18}$/.test(text);
    if (syntax.accepts(isMilliseconds ? `${text}ms` : text)) return undefined;
    return { problem: `${quote(text)} is not ${syntax.name}`, fix: syntax.fix };
}

function choiceProblem(text: string, { values, check }: FieldChoices): DecodeProblem | undefined {
    const isOne = (value: string): boolean =>
        check === "anyCase" ? value.toLowerCase() === text.toLowerCase() : value === text;
    if (check === "none" || values.some(isOne)) return undefined;
    return { problem: `${quote(text)} is not one of its values`, fix: `use ${values.join(", ")}` };
}

function mapProblem(text: string): DecodeProblem | undefined {
    if (text.split(",").every((entry) => entry.split("=").length === 2)) return undefined;
    return {
        problem: "an entry is not key=value, with one equals sign",
        fix: "write key=value, and a comma between two",
    };
}

/** The number in a metadata value, its default when absent; `undefined` when it is unknown or no number. */
export function metadataNumber(
    value: Leaf<string> | undefined,
    fallback: string | undefined,
): number | undefined {
    const isAbsent = value === undefined || (typeof value === "string" && value.trim() === "");
    const text = isAbsent ? fallback : value;
    if (text === undefined || !isKnown(text)) return undefined;
    const number = decodeNumber(text, "number");
    return typeof number === "number" ? number : undefined;
}
