import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupBy } from "../../../model/fleet";

describe("groupBy", () => {
    it("keeps every item once, with its like and in its order", () => {
        fc.assert(
            fc.property(fc.array(fc.nat({ max: 40 })), (numbers) => {
                const groups = groupBy(numbers, (number) => number % 3);
                for (const [rest, group] of groups) {
                    expect(group).toEqual(numbers.filter((number) => number % 3 === rest));
                }
                expect([...groups.keys()]).toEqual([...new Set(numbers.map((number) => number % 3))]);
            }),
        );
    });

    it("takes what has nothing in common as one group of its own", () => {
        expect(groupBy(["a", "b"], () => undefined).get(undefined)).toEqual(["a", "b"]);
        expect(groupBy([], () => "a").size).toBe(0);
    });
});
