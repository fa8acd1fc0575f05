import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../../../model/findings";

/** Edits by the plain recursive definition. */
function edits(a: string, b: string): number {
    if (a === "" || b === "") return a.length + b.length;
    const [restA, restB] = [a.slice(1), b.slice(1)];
    if (a.startsWith(b.charAt(0))) return edits(restA, restB);
    const swapped =
        a.length > 1 && b.length > 1 && a.slice(0, 2) === b.charAt(1) + b.charAt(0)
            ? edits(a.slice(2), b.slice(2))
            : Infinity;
    return 1 + Math.min(edits(restA, b), edits(a, restB), edits(restA, restB), swapped);
}

describe("nearest", () => {
    it("finds the word that someone meant: a letter missing, too many, other, or swapped, in any case", () => {
        const members = ["minReplicas", "maxReplicas", "cooldownSeconds"];
        expect(nearest("maxReplica", members)).toBe("maxReplicas");
        expect(nearest("maxxReplicas", members)).toBe("maxReplicas");
        expect(nearest("mqxReplicas", members)).toBe("maxReplicas");
        expect(nearest("mxaReplicas", members)).toBe("maxReplicas");
        expect(nearest("MINREPLICAS", members)).toBe("minReplicas");
    });

    it("prefers the nearest, and of two that are equally near the first", () => {
        expect(nearest("start", ["stard", "start"])).toBe("start");
        expect(nearest("bat", ["cat", "hat"])).toBe("cat");
    });

    it("finds nothing where a third of the letters differ, and nothing for nothing", () => {
        expect(nearest("queue", ["threshold"])).toBeUndefined();
        expect(nearest("abcdef", ["abcxyf"])).toBe("abcxyf");
        expect(nearest("abcdef", ["abxyzf"])).toBeUndefined();
        expect(nearest("", ["abc"])).toBeUndefined();
        expect(nearest("abc", [])).toBeUndefined();
    });

    it("does not look at words that are far too long", () => {
        expect(nearest("a".repeat(65), ["a".repeat(65)])).toBeUndefined();
        expect(nearest("a".repeat(64), ["a".repeat(64)])).toBe("a".repeat(64));
    });

    it("counts edits as their definition does", () => {
        const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
        fc.assert(
            fc.property(word, fc.array(word, { maxLength: 6 }), (wanted, candidates) => {
                const limit = Math.max(1, Math.floor(wanted.length / 3));
                const best = candidates
                    .filter((candidate) => edits(wanted, candidate) <= limit)
                    .sort((a, b) => edits(wanted, a) - edits(wanted, b))[0];
                expect(nearest(wanted, candidates)).toBe(best);
            }),
        );
    });
});
