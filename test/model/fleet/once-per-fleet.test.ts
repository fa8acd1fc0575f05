import { describe, expect, it } from "vitest";
import { oncePerFleet, readFleet } from "../../../model/fleet";
import { scaledObject } from "../rules/support/objects";

describe("what is made of a fleet", () => {
    it("is made once for each fleet, also where it is nothing", () => {
        const asked: number[] = [];
        const count = oncePerFleet(({ scalers }) => {
            asked.push(scalers.length);
            return scalers.length === 0 ? undefined : scalers.length;
        });
        const [none, one] = [readFleet([]), readFleet([scaledObject()])];
        expect([none, one, none, one].map(count)).toEqual([undefined, 1, undefined, 1]);
        expect(asked).toEqual([0, 1]);
    });
});
