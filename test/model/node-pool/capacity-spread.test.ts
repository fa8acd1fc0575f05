import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadValues } from "../../../model/node-pool";

describe("the values over which pods are spread", () => {
    it.each([
        [20, 1, 5],
        [50, 1, 2],
        [25, 1, 4],
        [33, 1, 3],
        [30, 3, 10],
        [80, 4, 5],
        [10, 1, 10],
        [90, 9, 10],
        [1, 1, 10],
        [99, 9, 10],
    ])("of a share of %i %% on demand are %i of %i", (share, onDemand, all) => {
        const values = spreadValues(share);
        expect([values.onDemand.length, values.onDemand.length + values.spot.length]).toEqual([
            onDemand,
            all,
        ]);
    });

    it("are different on nodes of the two kinds, and hold any share within three percent", () => {
        fc.assert(
            fc.property(fc.integer({ min: 10, max: 90 }), (share) => {
                const { onDemand, spot } = spreadValues(share);
                expect(new Set([...onDemand, ...spot]).size).toBe(onDemand.length + spot.length);
                expect(Math.min(onDemand.length, spot.length)).toBeGreaterThan(0);
                const held = (100 * onDemand.length) / (onDemand.length + spot.length);
                expect(Math.abs(held - share)).toBeLessThan(3);
            }),
        );
    });
});
