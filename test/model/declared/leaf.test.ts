import { describe, expect, it } from "vitest";
import { Secret, Unknown, isKnown, sameLeaf, showLeaf } from "../../../model/declared";

const output = {};

describe("sameLeaf", () => {
    it.each([
        ["equal texts", "a", "a", true],
        ["different texts", "a", "b", false],
        ["a text and a number", "1", 1, false],
        ["two absent values", undefined, undefined, true],
        ["the same Output at two places", new Unknown("a", output), new Unknown("b", output), true],
        ["two Outputs", new Unknown("a", {}), new Unknown("a", {}), false],
        ["an Output and its own identity", new Unknown("a", "x"), "x", false],
        ["the same secret", new Secret("x"), new Secret("x"), true],
        ["two secrets", new Secret("x"), new Secret("y"), false],
    ])("of %s", (_what, a, b, same) => {
        expect(sameLeaf(a, b)).toBe(same);
        expect(sameLeaf(b, a)).toBe(same);
    });
});

describe("showLeaf", () => {
    it("shows a plain value, and never what is unknown or secret", () => {
        expect(showLeaf("agents")).toBe("agents");
        expect(showLeaf(3)).toBe("3");
        expect(showLeaf(new Unknown("a", "hidden"))).toBe("(known after apply)");
        expect(showLeaf(new Secret("hidden"))).toBe("(secret)");
    });
});

it("knows a plain value from a leaf", () => {
    expect([isKnown("a"), isKnown(undefined), isKnown(new Unknown("a", 1)), isKnown(new Secret(1))]).toEqual([
        true,
        true,
        false,
        false,
    ]);
});
