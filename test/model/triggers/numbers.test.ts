import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secret, Unknown } from "../../../model/declared";
import { decodeNumber, encodeNumber, metadataNumber, metadataProblem } from "../../../model/triggers";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe("encodeNumber", () => {
    it("writes every number so that it is read back exactly, and never with an exponent", () => {
        fc.assert(
            fc.property(finite, (value) => {
                const text = encodeNumber(value);
                expect(Number(text) === value).toBe(true);
                expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
            }),
            { numRuns: 2_000 },
        );
    });

    it.each([
        [1e-7, "0.0000001"],
        [-1.5e-9, "-0.0000000015"],
        [1e21, "1000000000000000000000"],
        [1.25e22, "12500000000000000000000"],
        [0.5, "0.5"],
        [40, "40"],
        [-0, "0"],
    ])("writes %s as %s", (value, text) => {
        expect(encodeNumber(value)).toBe(text);
    });

    it("writes what KEDA's own parser accepts", () => {
        fc.assert(
            fc.property(finite, fc.maxSafeInteger(), (value, whole) => {
                expect(decodeNumber(encodeNumber(value), "number")).toBe(value + 0);
                expect(decodeNumber(encodeNumber(whole), "integer")).toBe(whole);
            }),
        );
    });
});

/** What Go 1.26's json.Unmarshal says, after strings.TrimSpace, into an int64 and into a float64. */
const GO: [text: string, integer: number | undefined, float: number | undefined][] = [
    ["5", 5, 5],
    [" 5\n", 5, 5],
    ["-3", -3, -3],
    ["0", 0, 0],
    ["9223372036854775807", 2 ** 63, 2 ** 63],
    ["9223372036854775808", undefined, 2 ** 63],
    ["-9223372036854775808", -(2 ** 63), -(2 ** 63)],
    ["-9223372036854775809", undefined, -(2 ** 63)],
    ["5.5", undefined, 5.5],
    ["5.0", undefined, 5],
    ["5e3", undefined, 5000],
    ["1E-2", undefined, 0.01],
    ["05", undefined, undefined],
    ["+5", undefined, undefined],
    [".5", undefined, undefined],
    ["5.", undefined, undefined],
    ["5k", undefined, undefined],
    ["1,000", undefined, undefined],
    ["1_000", undefined, undefined],
    ["0x10", undefined, undefined],
    ["NaN", undefined, undefined],
    ["Infinity", undefined, undefined],
    ["1e400", undefined, undefined],
    ['"5"', undefined, undefined],
    ["true", undefined, undefined],
    ["", undefined, undefined],
    ["-", undefined, undefined],
    ["5 5", undefined, undefined],
];

describe("decodeNumber", () => {
    it.each(GO)("reads %j as KEDA does", (text, integer, float) => {
        const numberOf = (kind: "integer" | "number"): number | undefined => {
            const value = decodeNumber(text, kind);
            return typeof value === "number" ? value : undefined;
        };
        expect([numberOf("integer"), numberOf("number")]).toEqual([integer, float]);
    });

    it("says what is wrong and how to write it, shortly", () => {
        expect(decodeNumber("5.5", "integer")).toEqual({
            problem: '"5.5" is not a whole number',
            fix: "write digits only, without a suffix or a leading zero",
        });
        expect(decodeNumber("9".repeat(100_000), "integer")).toEqual({
            problem: `${"9".repeat(40)} is beyond what KEDA can hold`,
            fix: "use a smaller number",
        });
        expect(decodeNumber("x".repeat(100_000), "number")).toMatchObject({
            problem: `"${"x".repeat(40)}" is not a number`,
        });
    });
});

describe("metadataProblem", () => {
    it("takes Go's booleans and an absent value, and refuses anything else", () => {
        for (const text of [
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
            " true ",
            "",
            " ",
        ]) {
            expect(metadataProblem(text, { kind: "boolean" }), text).toBeUndefined();
        }
        for (const text of ["yes", "on", "tRUE", "2"]) {
            expect(metadataProblem(text, { kind: "boolean" }), text).toEqual({
                problem: `${JSON.stringify(text)} is not a boolean`,
                fix: 'write "true" or "false"',
            });
        }
    });

    it("checks numbers, and takes any text for text", () => {
        expect(metadataProblem("5k", { kind: "integer" })).toBeDefined();
        expect(metadataProblem(" ", { kind: "integer" })).toBeUndefined();
        expect(metadataProblem("0.5", { kind: "number" })).toBeUndefined();
        expect(metadataProblem("anything", { kind: "text" })).toBeUndefined();
    });
});

describe("metadataProblem of what KEDA parses further", () => {
    it("takes a duration, or a number of milliseconds, and no negative one", () => {
        for (const text of ["30s", "1m30s", "0", "1.5h", "250", "100ms", "+5s"]) {
            expect(metadataProblem(text, { kind: "duration" }), text).toBeUndefined();
        }
        for (const text of ["-30s", "-5", "30 s", "1d", "soon", "9".repeat(30), "9999999999h"]) {
            expect(metadataProblem(text, { kind: "duration" }), text).toBeDefined();
        }
    });

    it("takes one of the choices, compared as KEDA compares them", () => {
        const values = ["latest", "earliest"];
        expect(metadataProblem("latest", { kind: "choice", choices: { values } })).toBeUndefined();
        expect(metadataProblem("Latest", { kind: "choice", choices: { values } })).toEqual({
            problem: '"Latest" is not one of its values',
            fix: "use latest, earliest",
        });
        const anyCase = { values, check: "anyCase" } as const;
        expect(metadataProblem("Latest", { kind: "choice", choices: anyCase })).toBeUndefined();
        expect(metadataProblem("x", { kind: "choice", choices: { values, check: "none" } })).toBeUndefined();
        const list = { kind: "list", separator: ";", choices: { values } } as const;
        expect(metadataProblem("latest; earliest", list)).toBeUndefined();
        expect(metadataProblem("latest,earliest", list)).toBeDefined();
    });

    it("takes a boolean in the scaler's own words, and a map of single pairs", () => {
        const words = { kind: "boolean", words: ["disable", "enable"] } as const;
        expect(metadataProblem("enable", words)).toBeUndefined();
        expect(metadataProblem("true", words)).toBeDefined();
        expect(metadataProblem("a=b, c=d", { kind: "map" })).toBeUndefined();
        expect(metadataProblem("a=b=c", { kind: "map" })).toBeDefined();
        expect(metadataProblem("a", { kind: "map" })).toBeDefined();
    });

    it.each([
        ["json", '{"a":1}', "{a:1}"],
        ["hoursAndMinutes", "0:5", "5"],
        ["hoursMinutesSeconds", "0:15:00", "0:15"],
        ["azureResource", "a/b/c", "a/b"],
        ["longDuration", "7d", "7 days"],
        ["basic", "basic", "Basic"],
    ] as const)("takes text in the form %s", (syntax, right, wrong) => {
        expect(metadataProblem(right, { kind: "text", syntax })).toBeUndefined();
        expect(metadataProblem(wrong, { kind: "text", syntax })).toBeDefined();
    });
});

describe("metadataNumber", () => {
    it("is the value, the default where it is absent, and nothing where it cannot be known", () => {
        expect(metadataNumber("7", "5")).toBe(7);
        expect(metadataNumber(undefined, "5")).toBe(5);
        expect(metadataNumber("  ", "5")).toBe(5);
        expect(metadataNumber(undefined, undefined)).toBeUndefined();
        expect(metadataNumber("x", "5")).toBeUndefined();
        expect(metadataNumber(new Unknown("a", 1), "5")).toBeUndefined();
        expect(metadataNumber(new Secret(1), "5")).toBeUndefined();
    });
});
