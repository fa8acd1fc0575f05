import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuantity, Quantity } from "../../../model/capacity";

function quantity(text: string | number): Quantity {
    const parsed = parseQuantity(text);
    if (!(parsed instanceof Quantity)) throw new Error(parsed.message);
    return parsed;
}

const anyQuantity = fc
    .tuple(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.constantFrom("DecimalSI" as const, "BinarySI" as const, "DecimalExponent" as const),
    )
    .map(([nanos, format]) => new Quantity(nanos, format));

describe("Quantity", () => {
    it.each([
        ["1.5", "1500m"],
        ["1.5Gi", "1536Mi"],
        ["1024Mi", "1Gi"],
        ["1000k", "1M"],
        ["1e6", "1e6"],
        ["0.1Ki", "102400m"],
        ["0.5Ki", "512"],
        ["0.9n", "1n"],
        ["-0.9n", "-1n"],
        ["8Ei", "9223372036854775807"],
        ["-8Ei", "-9223372036854775807"],
        ["1000E", "1e21"],
        ["0Gi", "0"],
    ])("writes %s as Kubernetes does: %s", (text, canonical) => {
        expect(quantity(text).toString()).toBe(canonical);
    });

    it("is read again from what it writes", () => {
        fc.assert(
            fc.property(anyQuantity, (q) => {
                // Reading ends a binary quantity at 2^63 - 1 in both directions, as the cases above hold.
                const size = q.sign < 0 ? q.times(-1) : q;
                fc.pre(q.format !== "BinarySI" || size.compare(quantity("8Ei")) < 0);
                expect(quantity(q.toString()).nanos).toBe(q.nanos);
            }),
        );
    });

    it("adds like numbers do", () => {
        fc.assert(
            fc.property(anyQuantity, anyQuantity, anyQuantity, (a, b, c) => {
                expect(a.plus(b).equals(b.plus(a))).toBe(true);
                expect(
                    a
                        .plus(b)
                        .plus(c)
                        .equals(a.plus(b.plus(c))),
                ).toBe(true);
                expect(a.plus(Quantity.ZERO).equals(a)).toBe(true);
                expect(a.times(3).equals(a.plus(a).plus(a))).toBe(true);
            }),
        );
    });

    it("is ordered, and adding keeps the order", () => {
        fc.assert(
            fc.property(anyQuantity, anyQuantity, anyQuantity, (a, b, c) => {
                expect(a.compare(b)).toBe(-b.compare(a) + 0);
                expect(a.plus(c).compare(b.plus(c))).toBe(a.compare(b));
                expect(a.max(b).compare(a)).toBeGreaterThanOrEqual(0);
            }),
        );
    });

    it.each([
        ["0.5", "500m"],
        ["1Gi", "1024Mi"],
        ["1e3", "1k"],
        ["+1.0", "1"],
    ])("counts %s and %s as one amount", (a, b) => {
        expect(quantity(a).equals(quantity(b))).toBe(true);
    });

    it.each([
        ["250m", 250],
        ["1", 1000],
        ["1u", 1],
        ["1.0001", 1001],
        ["-1.0001", -1001],
        ["0", 0],
    ])("is in thousandths, rounded away from zero: %s is %d", (text, milli) => {
        expect(quantity(text).toMilli()).toBe(milli);
    });

    it.each([
        ["500m", 0.5],
        ["8Gi", 8 * 2 ** 30],
        ["1.5", 1.5],
        ["-250m", -0.25],
    ])("is a number of cores or bytes: %s is %d", (text, value) => {
        expect(quantity(text).toNumber()).toBe(value);
    });

    it("keeps the way of writing of the first amount that is not zero", () => {
        expect(Quantity.ZERO.plus(quantity("2Gi")).plus(quantity("1G")).toString()).toBe("3147483648");
        expect(Quantity.ZERO.plus(quantity("2Gi")).times(2).toString()).toBe("4Gi");
    });

    it("refuses to be multiplied by a part", () => {
        expect(() => quantity("1").times(1.5)).toThrow(RangeError);
    });

    it("is text in JSON", () => {
        expect(JSON.stringify({ memory: quantity("1024Mi") })).toBe('{"memory":"1Gi"}');
    });
});
