import { expect, it } from "vitest";
import { Kept } from "../../../model";

it("works out once what is asked for again, until it is full", () => {
    const kept = new Kept<number>(2);
    const asked: string[] = [];
    const get = (text: string): number =>
        kept.get(text, () => {
            asked.push(text);
            return asked.length;
        });
    expect(["a", "b", "a", "b"].map(get)).toEqual([1, 2, 1, 2]);
    expect(get("c")).toBe(3);
    expect(["c", "a"].map(get)).toEqual([3, 4]);
    expect(asked).toEqual(["a", "b", "c", "a"]);
});
