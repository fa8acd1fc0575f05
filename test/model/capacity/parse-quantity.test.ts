import { describe, expect, it } from "vitest";
import { parseNonNegativeQuantity, parseQuantity, Quantity } from "../../../model/capacity";

/** Amounts in billionths, as Kubernetes 1.36.4 reads them. */
const READ: readonly (readonly [string | number, bigint])[] = [
    ["0", 0n],
    ["1n", 1n],
    ["1u", 1_000n],
    ["1m", 1_000_000n],
    ["1", 1_000_000_000n],
    ["1k", 1_000n * 10n ** 9n],
    ["1M", 10n ** 15n],
    ["1G", 10n ** 18n],
    ["1T", 10n ** 21n],
    ["1P", 10n ** 24n],
    ["1E", 10n ** 27n],
    ["1Ki", 1024n * 10n ** 9n],
    ["1Mi", 1024n ** 2n * 10n ** 9n],
    ["1Gi", 1024n ** 3n * 10n ** 9n],
    ["1Ti", 1024n ** 4n * 10n ** 9n],
    ["1Pi", 1024n ** 5n * 10n ** 9n],
    ["1Ei", 1024n ** 6n * 10n ** 9n],
    ["1e3", 10n ** 12n],
    ["1E3", 10n ** 12n],
    ["1e+3", 10n ** 12n],
    ["1E-3", 10n ** 6n],
    ["1e-20", 1n],
    [".5", 500_000_000n],
    ["5.", 5_000_000_000n],
    ["+2", 2_000_000_000n],
    ["-2", -2_000_000_000n],
    ["007", 7_000_000_000n],
    [" 2 ", 2_000_000_000n],
    ["0.0000000001", 1n],
    ["1.5Gi", 1536n * 1024n ** 2n * 10n ** 9n],
    ["9Ei", (2n ** 63n - 1n) * 10n ** 9n],
    ["-9Ei", -(2n ** 63n - 1n) * 10n ** 9n],
    [0.5, 500_000_000n],
    [-0, 0n],
    [1e21, 10n ** 30n],
];

describe("parseQuantity", () => {
    it.each(READ)("reads %j", (value, nanos) => {
        const quantity = parseQuantity(value);
        expect(quantity).toBeInstanceOf(Quantity);
        expect((quantity as Quantity).nanos).toBe(nanos);
    });

    const example = 'write a number with a suffix that Kubernetes knows, for example "500m", "2" or "8Gi"';
    it.each([
        ["1.5.2", '"1.5.2" is not a quantity', example],
        ["2 GB", '"2 GB" is not a quantity', 'did you mean "2G" or "2Gi"?'],
        ["2GB", '"2GB" is not a quantity', 'did you mean "2G" or "2Gi"?'],
        ["512mb", '"512mb" is not a quantity', 'did you mean "512M" or "512Mi"?'],
        ["128K", '"128K" is not a quantity', 'did you mean "128k" or "128Ki"?'],
        ["8GiB", '"8GiB" is not a quantity', 'did you mean "8Gi"?'],
        ["1,5", '"1,5" is not a quantity', 'did you mean "1.5"?'],
        ["4 cores", '"4 cores" is not a quantity', 'did you mean "4"?'],
        ["", "the quantity is empty", example],
        ["  ", "the quantity is empty", example],
        ["Gi", '"Gi" is not a quantity', example],
        ["1e", '"1e" is not a quantity', example],
        ["1e1.5", '"1e1.5" is not a quantity', example],
        ["1constructor", '"1constructor" is not a quantity', example],
        [NaN, "NaN is not a quantity", example],
        [Infinity, "Infinity is not a quantity", example],
        [null, "null is not a quantity", example],
        [true, "a value of type boolean is not a quantity", example],
        [{}, "a value of type object is not a quantity", example],
        ["1e100", 'the exponent of "1e100" is out of range', "use an exponent from -99 to 99"],
        [
            "1e-999999999999",
            'the exponent of "1e-999999999999" is out of range',
            "use an exponent from -99 to 99",
        ],
    ])("refuses %j and says what to write", (value, message, fix) => {
        expect(parseQuantity(value)).toEqual({ message, fix });
    });

    it("refuses a text of absurd length without repeating it", () => {
        const problem = parseQuantity("9".repeat(1_000_000));
        expect(problem).toMatchObject({
            message: expect.stringContaining("has 1000000 characters") as string,
        });
        expect(JSON.stringify(problem).length).toBeLessThan(200);
    });
});

describe("parseNonNegativeQuantity", () => {
    it("refuses less than nothing", () => {
        expect(parseNonNegativeQuantity("-2Gi")).toEqual({
            message: '"-2Gi" must not be negative',
            fix: 'use "2Gi" or 0',
        });
    });

    it.each(["0", "-0", "2Gi"])("takes %s", (text) => {
        expect(parseNonNegativeQuantity(text)).toBeInstanceOf(Quantity);
    });
});
