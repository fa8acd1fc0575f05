import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMULA_FUNCTIONS, isFormulaName, readFormula } from "../../../model/rules/formula";

/** What a formula refers to, in the order in which it does. */
const namesIn = (text: string): string[] => [...readFormula(text).names];
const callsIn = (text: string): string[] => [...readFormula(text).calls];

describe("readFormula", () => {
    it("finds the names of values, each once, and what is called", () => {
        expect(namesIn("queue + busy * 2 - queue")).toEqual(["queue", "busy"]);
        expect(namesIn("max(a, floor(b / 2.5e3))")).toEqual(["a", "b"]);
        expect(callsIn("max(a, floor(b / 2.5e3))")).toEqual(["max", "floor"]);
        expect(namesIn("größe_1 + $x")).toEqual(["größe_1", "$x"]);
    });

    it("does not take words, members, pointers, keys, texts and own variables for names", () => {
        expect(namesIn("a > 5 and not (b in [1, 2]) ? a : nil")).toEqual(["a", "b"]);
        expect(namesIn("if a > 5 { b } else { true }")).toEqual(["a", "b"]);
        expect(namesIn("let x = a; x + 1")).toEqual(["a"]);
        expect(namesIn("sum([a, 3], # * 2) + reduce([b], #acc + .value, 0)")).toEqual(["a", "b"]);
        expect(namesIn("{first: a, second: b}.first + c?.d")).toEqual(["a", "b", "c"]);
        expect(namesIn(`'x' + "y \\" z" + \`w\` + b"v"`)).toEqual([]);
        expect(namesIn("a // b\n + c /* d */ + 1..3")).toEqual(["a", "c"]);
        expect(namesIn("a ? b : c")).toEqual(["a", "b", "c"]);
        expect(callsIn("::max(a, 1) + [b] | min()")).toEqual(["min"]);
    });

    it("keeps the texts, by which a name that is none can be reached", () => {
        expect([...readFormula('$env["my-queue"]').texts]).toEqual(["my-queue"]);
    });

    it.each([
        ["a + 5k", 'cannot be read from "5k" on'],
        ["a @ b", 'cannot be read from "@ b" on'],
        ["'open", 'cannot be read from "\'open" on'],
        ["(a + 5", 'has a "(" that is not closed'],
        ["a + 5)", 'has a ")" that closes nothing'],
        ["[a)", 'has a ")" that closes nothing'],
        ["a /* old", "has a comment that is not closed"],
        ["/*/", "has a comment that is not closed"],
        [" \n", "says nothing"],
    ])("says why %j cannot be read", (text, problem) => {
        expect(readFormula(text).problem).toBe(problem);
    });

    it("reads any text, in time", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
                const { names, calls } = readFormula(text);
                for (const name of [...names, ...calls]) expect(text).toContain(name);
            }),
        );
        for (const text of ["/*", "(", "'", "a.", "b'", "1.", "let ", "{a:"].map((part) =>
            part.repeat(10_000 / part.length),
        )) {
            expect(readFormula(text)).toHaveProperty("names");
        }
    });

    it("finds exactly the names that a sum is made of", () => {
        const name = fc
            .stringMatching(/^[a-zA-Z_$][a-zA-Z0-9_$]{0,8}$/)
            .filter((text) => isFormulaName(text));
        fc.assert(
            fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), (names) => {
                expect(namesIn(names.join(" + "))).toEqual([...new Set(names)]);
                expect(namesIn(`max(${names.join(", ")}, 1)`)).toEqual([...new Set(names)]);
            }),
        );
    });
});

describe("isFormulaName", () => {
    it("takes what expr-lang reads as one identifier, and none of its words", () => {
        for (const text of ["queue", "_a1", "$x", "größe", "max"]) expect(isFormulaName(text)).toBe(true);
        for (const text of ["my-queue", "1a", "a.b", "", "a b", "in", "true", "let"]) {
            expect(isFormulaName(text)).toBe(false);
        }
    });

    it("lets functions be names, as a trigger may be called max", () => {
        for (const name of FORMULA_FUNCTIONS) expect(isFormulaName(name)).toBe(true);
    });
});
