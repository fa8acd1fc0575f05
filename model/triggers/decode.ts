import type { Leaf } from "../declared";
import { isKnown } from "../declared";
import type { FieldKind } from "./scaler";

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

/**
 * What is wrong with a metadata text for a field of a kind; `undefined` when KEDA can parse it. Empty text and spaces
 * alone are an absent value.
 */
export function metadataProblem(text: string, kind: FieldKind): DecodeProblem | undefined {
    if (text.trim() === "") return undefined;
    if (kind === "integer" || kind === "number") {
        const value = decodeNumber(text, kind);
        return typeof value === "number" ? undefined : value;
    }
    if (kind === "boolean" && !GO_BOOLEANS.has(text.trim())) {
        return { problem: `${quote(text)} is not a boolean`, fix: 'write "true" or "false"' };
    }
    return undefined;
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
