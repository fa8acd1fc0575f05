import { Quantity, type QuantityFormat } from "./quantity";
import { type QuantityProblem, quantityProblem, quoteQuantity } from "./quantity-problem";

/** Longer texts and larger exponents are refused before any arithmetic. Kubernetes reads some of them; no resource has such an amount. */
const LONGEST_TEXT = 128;
const LARGEST_EXPONENT = 99;

const GRAMMAR = /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i|[numkMGTPE])|[eE]([+-]?\d+))?$/;

const DECIMAL_EXPONENT: Readonly<Record<string, number>> = {
    n: -9,
    u: -6,
    m: -3,
    k: 3,
    M: 6,
    G: 9,
    T: 12,
    P: 15,
    E: 18,
};
const BINARY_EXPONENT: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };
const LARGEST_BINARY_NANOS = (2n ** 63n - 1n) * 1_000_000_000n;

/** Billionths of `digits * 2^binary * 10^decimal`, rounded up where they are finer. */
function toNanos(digits: bigint, binary: number, decimal: number): bigint {
    const scaled = digits << BigInt(binary);
    const power = decimal + 9;
    if (power >= 0) return scaled * 10n ** BigInt(power);
    const divisor = 10n ** BigInt(-power);
    return (scaled + divisor - 1n) / divisor;
}

/**
 * Reads a quantity by Kubernetes' grammar: an optional sign, digits with or without a decimal point, and a suffix
 * (`n u m k M G T P E`, `Ki Mi Gi Ti Pi Ei`) or an exponent (`e3`, `E3`). A number is read as its decimal text. As in
 * Kubernetes, spaces around the text are dropped, what is finer than a billionth is rounded away from zero, and a
 * binary quantity above 2^63-1 is 2^63-1. Stricter than Kubernetes in two places: a text without a digit (`Gi`,
 * which it reads as 0) and one of absurd size are refused.
 *
 * Takes any value, so that a loosely typed object can be read as it is. The time is bounded whatever the length.
 *
 * @example parseQuantity("1.5Gi"), parseQuantity(0.5)
 */
export function parseQuantity(value: unknown): Quantity | QuantityProblem {
    if (typeof value !== "string" && !(typeof value === "number" && Number.isFinite(value))) {
        return quantityProblem(value);
    }
    const text = String(value).trim();
    if (text.length > LONGEST_TEXT) {
        return {
            message: `${quoteQuantity(text)} has ${text.length} characters`,
            fix: 'write the amount with a suffix, for example "8Gi"',
        };
    }
    const [, sign, whole = "", fraction = "", suffix, exponent] = GRAMMAR.exec(text) ?? [];
    if (sign === undefined || whole + fraction === "") return quantityProblem(value);
    if (Math.abs(Number(exponent ?? 0)) > LARGEST_EXPONENT) {
        return {
            message: `the exponent of ${quoteQuantity(text)} is out of range`,
            fix: `use an exponent from -${LARGEST_EXPONENT} to ${LARGEST_EXPONENT}`,
        };
    }
    const binary = BINARY_EXPONENT[suffix ?? ""];
    const decimal = DECIMAL_EXPONENT[suffix ?? ""] ?? Number(exponent ?? 0);
    const magnitude = toNanos(BigInt(whole + fraction), binary ?? 0, decimal - fraction.length);
    const capped =
        binary !== undefined && magnitude > LARGEST_BINARY_NANOS ? LARGEST_BINARY_NANOS : magnitude;
    const format: QuantityFormat =
        binary !== undefined ? "BinarySI" : exponent !== undefined ? "DecimalExponent" : "DecimalSI";
    return new Quantity(sign === "-" ? -capped : capped, format);
}

/** Reads a quantity that must not be negative, as every request, limit and quota is. */
export function parseNonNegativeQuantity(value: unknown): Quantity | QuantityProblem {
    const quantity = parseQuantity(value);
    if (!(quantity instanceof Quantity) || quantity.sign >= 0) return quantity;
    return {
        message: `${quoteQuantity(value)} must not be negative`,
        fix: `use ${quoteQuantity(String(value).trim().replace(/^-/, ""))} or 0`,
    };
}
