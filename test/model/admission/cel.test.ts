import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { celLookup, celText, celTexts } from "../../../model/admission/cel";

/** Characters that end a literal, begin an escape, or mean something in a header, a template or a line. */
const AWKWARD = [
    '"',
    "'",
    "\\",
    "`",
    "\n",
    "\r",
    "\t",
    "\b",
    "\f",
    "\0",
    "\u2028",
    "{",
    "}",
    "$",
    "?",
    "\u{1F600}",
];
const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...AWKWARD, "a", "u", "x", "0")).map((parts) => parts.join("")),
);

const ESCAPES: Readonly<Record<string, string>> = {
    "\\": "\\",
    '"': '"',
    b: "\b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
};

/**
 * Reads a string literal by the grammar of CEL (cel-spec langdef.md, STRING_LIT and ESCAPE) and gives its value and what
 * is left after it. Escapes of CEL that are not among JSON's are not needed.
 */
function readLiteral(source: string): { value: string; rest: string } {
    if (!source.startsWith('"')) throw new Error(`no literal: ${source}`);
    let value = "";
    for (let at = 1; at < source.length;) {
        const sign = source[at] ?? "";
        if (sign === '"') return { value, rest: source.slice(at + 1) };
        if (sign === "\n" || sign === "\r") throw new Error("a line break in a literal");
        if (sign !== "\\") {
            value += sign;
            at += 1;
            continue;
        }
        const escape = source[at + 1] ?? "";
        if (escape === "u") {
            const digits = source.slice(at + 2, at + 6);
            const code = Number.parseInt(digits, 16);
            if (!/^[0-9a-fA-F]{4}$/.test(digits) || (code >= 0xd800 && code <= 0xdfff))
                throw new Error(`not a character: ${digits}`);
            value += String.fromCharCode(code);
            at += 6;
            continue;
        }
        const meant = ESCAPES[escape];
        if (meant === undefined) throw new Error(`not an escape: ${escape}`);
        value += meant;
        at += 2;
    }
    throw new Error("the literal does not end");
}

/** The text that a request can hold: UTF-8 has no halves of a character. */
const sent = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

describe("a text in an expression", () => {
    it("is one literal with that text, whatever characters it has", () => {
        fc.assert(
            fc.property(anyText, (text) => {
                expect(readLiteral(celText(text))).toEqual({ value: sent(text), rest: "" });
            }),
        );
    });

    it("stays one item of a list, and one key of a lookup", () => {
        fc.assert(
            fc.property(anyText, anyText, fc.nat(), (first, second, number) => {
                const list = readLiteral(celTexts([first, second]).slice(1));
                expect(list.value).toBe(sent(first));
                expect(readLiteral(list.rest.slice(", ".length))).toEqual({ value: sent(second), rest: "]" });
                const lookup = readLiteral(celLookup([[first, number]], "key", 7).slice(1));
                expect(lookup).toEqual({ value: sent(first), rest: `: ${number}}[?key].orValue(7)` });
            }),
        );
    });

    it("has no half of a character, which the API server would refuse", () => {
        expect(celText("a\ud800b")).toBe('"a\ufffdb"');
        expect(celText("\u{1F600}")).toBe('"\u{1F600}"');
    });
});

describe("a lookup", () => {
    it("is the number for all others where none has a key", () => {
        expect(celLookup([], "variables.target", 50)).toBe("50");
    });

    it("has a number for each key, and one for all others", () => {
        const numbers = [
            ["deployments/a", 3],
            ["statefulsets/a", 4],
        ] as const;
        expect(celLookup(numbers, "variables.target", 50)).toBe(
            '{"deployments/a": 3, "statefulsets/a": 4}[?variables.target].orValue(50)',
        );
    });
});
