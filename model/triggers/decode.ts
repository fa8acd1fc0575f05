import type { Leaf } from "../declared";
import { isKnown } from "../declared";
import type { FieldKind } from "./scaler";

/** Why a text is not what KEDA parses it as. */
export interface DecodeProblem {
    readonly problem: string;
    readonly fix: string;
}

const INT64_MAX = 2n ** 63n - 1n;

/**
 * Reads a metadata value the way KEDA does: the empty text is absent, an integer is a JSON integer (`5.5` and
 * `5k` are refused), a number is a Go float, a boolean one of Go's spellings
 * (`pkg/scalers/scalersconfig/typed_config.go`, 2.20.2).
 *
 * @example decodeNumber("5.5", "integer") // { problem: '"5.5" is not a whole number', ... }
 */
export function decodeNumber(text: string, kind: "integer" | "number"): number | DecodeProblem {
    if (kind === "integer") {
        if (!/^-?(0|[1-9]\d*)$/.test(text) || text.length > 20) {
            return {
                problem: `"${text.slice(0, 40)}" is not a whole number`,
                fix: "write digits only, without a suffix",
            };
        }
        if (BigInt(text) > INT64_MAX)
            return { problem: `${text} is beyond what KEDA can hold`, fix: "use a smaller number" };
        return Number(text);
    }
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) || text.length > 64) {
        return {
            problem: `"${text.slice(0, 40)}" is not a number`,
            fix: "write a decimal number, without a suffix",
        };
    }
    const value = Number(text);
    return Number.isFinite(value)
        ? value
        : { problem: `${text} is beyond what KEDA can hold`, fix: "use a smaller number" };
}

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

/** What is wrong with a metadata text for a field of a kind; `undefined` when KEDA can parse it. */
export function metadataProblem(text: string, kind: FieldKind): DecodeProblem | undefined {
    if (text === "") return undefined;
    if (kind === "integer" || kind === "number") {
        const value = decodeNumber(text, kind);
        return typeof value === "number" ? undefined : value;
    }
    if (kind === "boolean" && !GO_BOOLEANS.has(text)) {
        return { problem: `"${text.slice(0, 40)}" is not a boolean`, fix: 'write "true" or "false"' };
    }
    return undefined;
}

/** The number in a metadata value, its default when absent; `undefined` when it is unknown or no number. */
export function metadataNumber(
    value: Leaf<string> | undefined,
    fallback: string | undefined,
): number | undefined {
    const text = value === undefined || value === "" ? fallback : value;
    if (text === undefined || !isKnown(text)) return undefined;
    const number = decodeNumber(text, "number");
    return typeof number === "number" ? number : undefined;
}
