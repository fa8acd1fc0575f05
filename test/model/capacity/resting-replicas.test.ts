import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restingReplicas } from "../../../model/capacity";

describe("restingReplicas", () => {
    it("is what issues report of 45, and all of them up to ten", () => {
        expect(restingReplicas(45)).toBe(41);
        expect(restingReplicas(11)).toBe(10);
        for (let wanted = 0; wanted <= 10; wanted++) expect(restingReplicas(wanted)).toBe(wanted);
    });

    it("is the fewest at which the controller's own test holds", () => {
        const tolerance = fc.double({ min: 0, max: 1, noNaN: true });
        fc.assert(
            fc.property(fc.integer({ min: 1, max: 5000 }), tolerance, (wanted, share) => {
                const within = (replicas: number): boolean => wanted / replicas <= 1 + share;
                const rests = restingReplicas(wanted, share);
                expect(rests).toBeGreaterThanOrEqual(1);
                expect(rests).toBeLessThanOrEqual(wanted);
                expect(within(rests)).toBe(true);
                expect(rests === 1 || !within(rests - 1)).toBe(true);
            }),
        );
    });

    it("is all of them without a tolerance", () => {
        expect(restingReplicas(5000, 0)).toBe(5000);
    });
});
