/** How a quantity was written, which decides how it is written again. */
export type QuantityFormat = "DecimalSI" | "BinarySI" | "DecimalExponent";

const NANOS_PER_UNIT = 1_000_000_000n;
const NANOS_PER_MILLI = 1_000_000n;
const DECIMAL_SUFFIXES = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
const BINARY_SUFFIXES = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/** Divides and rounds away from zero, as Kubernetes does when precision is lost: who asks for some gets some. */
function divideAwayFromZero(value: bigint, divisor: bigint): bigint {
    const quotient = value / divisor;
    if (value % divisor === 0n) return quotient;
    return value < 0n ? quotient - 1n : quotient + 1n;
}

/** How often a value can be divided by a factor without a rest, at most `limit` times, and what is left of it. */
function divideOut(value: bigint, factor: bigint, limit: number): { rest: bigint; times: number } {
    let rest = value;
    let times = 0;
    while (times < limit && rest % factor === 0n) {
        rest /= factor;
        times++;
    }
    return { rest, times };
}

/**
 * An amount of a resource, exact: cores of cpu, bytes of memory, pieces of anything else. The same numbers as
 * Kubernetes' `resource.Quantity` (k8s.io/apimachinery 0.36 pkg/api/resource), held in billionths, which is the
 * finest that Kubernetes keeps. Immutable. Two spellings of one amount are equal: `0.5` and `500m`, `1Gi` and
 * `1024Mi`.
 */
export class Quantity {
    /** Nothing. */
    static readonly ZERO = new Quantity(0n);

    constructor(
        /** The amount in billionths of the unit. */
        readonly nanos: bigint,
        /** How it was written. Default: `DecimalSI`. */
        readonly format: QuantityFormat = "DecimalSI",
    ) {}

    /** -1, 0 or 1. */
    get sign(): -1 | 0 | 1 {
        return this.compare(Quantity.ZERO);
    }

    /** -1, 0 or 1 as this amount is less than, equal to or more than the other. */
    compare(other: Quantity): -1 | 0 | 1 {
        return this.nanos < other.nanos ? -1 : this.nanos > other.nanos ? 1 : 0;
    }

    /** Whether both are the same amount, however they were written. */
    equals(other: Quantity): boolean {
        return this.nanos === other.nanos;
    }

    /** The sum, written as this one was; where this one is nothing, as the other was. */
    plus(other: Quantity): Quantity {
        return new Quantity(this.nanos + other.nanos, this.nanos === 0n ? other.format : this.format);
    }

    /**
     * The amount so many times, for example a pod's request times its replicas.
     *
     * @throws RangeError when the factor is not a whole number
     */
    times(factor: number): Quantity {
        return new Quantity(this.nanos * BigInt(factor), this.format);
    }

    /** The larger of the two. */
    max(other: Quantity): Quantity {
        return this.nanos < other.nanos ? other : this;
    }

    /** The amount as a number of cores, bytes or pieces, as close as a number can be. */
    toNumber(): number {
        return Number(this.nanos / NANOS_PER_UNIT) + Number(this.nanos % NANOS_PER_UNIT) / 1e9;
    }

    /** The amount in thousandths, rounded away from zero as Kubernetes' `MilliValue` does: the unit of the HPA. */
    toMilli(): number {
        return Number(divideAwayFromZero(this.nanos, NANOS_PER_MILLI));
    }

    /**
     * The amount as Kubernetes writes it: no fraction, the largest suffix that loses nothing.
     *
     * @example 1.5 is `1500m`, 1.5Gi is `1536Mi`, 1024Mi is `1Gi`
     */
    toString(): string {
        if (this.nanos === 0n) return "0";
        const units = this.nanos / NANOS_PER_UNIT;
        const isWhole = this.nanos % NANOS_PER_UNIT === 0n;
        if (this.format === "BinarySI" && isWhole && (units >= 1024n || units <= -1024n)) {
            const { rest, times } = divideOut(units, 1024n, BINARY_SUFFIXES.length - 1);
            return `${rest}${BINARY_SUFFIXES[times] ?? ""}`;
        }
        const { rest, times } = divideOut(this.nanos, 1000n, Number.POSITIVE_INFINITY);
        const suffix = this.format === "DecimalExponent" ? undefined : DECIMAL_SUFFIXES[times];
        const exponent = 3 * times - 9;
        return `${rest}${suffix ?? (exponent === 0 ? "" : `e${exponent}`)}`;
    }

    /** As Kubernetes writes it, so that a quantity in a report is a string. */
    toJSON(): string {
        return this.toString();
    }
}
