import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Disruptions, disruptionsAllowed } from "../../../model/capacity";
import { Secret, Unknown } from "../../../model/declared";

describe("disruptionsAllowed", () => {
    it.each([
        [{ minAvailable: "50%" }, 1, 0],
        [{ minAvailable: "50%" }, 3, 1],
        [{ minAvailable: 1 }, 1, 0],
        [{ minAvailable: 1 }, 3, 2],
        [{ minAvailable: 5 }, 3, 0],
        [{ minAvailable: "100%" }, 10, 0],
        [{ minAvailable: "0%" }, 10, 10],
        [{ maxUnavailable: "30%" }, 1, 1],
        [{ maxUnavailable: "30%" }, 4, 2],
        [{ maxUnavailable: "29%" }, 100, 29],
        [{ maxUnavailable: "0%" }, 10, 0],
        [{ maxUnavailable: 0 }, 10, 0],
        [{ maxUnavailable: 20 }, 10, 10],
        [{ maxUnavailable: 1 }, 0, 0],
        [{}, 10, 0],
        [{ minAvailable: null, maxUnavailable: 2 }, 10, 2],
    ])("of %j with %d replicas: %d", (budget, replicas, allowed) => {
        expect(disruptionsAllowed(budget, replicas)).toMatchObject({ allowed });
    });

    it("rounds up what must stay and what may go", () => {
        fc.assert(
            fc.property(fc.nat(100), fc.nat(1000), (percent, replicas) => {
                const kept = disruptionsAllowed({ minAvailable: `${percent}%` }, replicas) as Disruptions;
                const gone = disruptionsAllowed({ maxUnavailable: `${percent}%` }, replicas) as Disruptions;
                expect(kept.desiredHealthy * 100).toBeGreaterThanOrEqual(percent * replicas);
                expect((kept.desiredHealthy - 1) * 100).toBeLessThan(Math.max(percent * replicas, 1));
                expect(gone.allowed).toBe(kept.desiredHealthy);
                expect(kept.allowed + kept.desiredHealthy).toBe(replicas);
            }),
        );
    });

    const fix = 'use a whole number from 0, or a percentage from "0%" to "100%"';
    it.each([
        [{ minAvailable: "1" }, 'minAvailable "1" is not a percentage'],
        [{ minAvailable: "-1%" }, 'minAvailable "-1%" is not a percentage'],
        [{ maxUnavailable: "101%" }, 'maxUnavailable "101%" is more than 100%'],
        [{ maxUnavailable: -1 }, "maxUnavailable -1 is not a whole number from 0"],
        [{ maxUnavailable: 1.5 }, "maxUnavailable 1.5 is not a whole number from 0"],
        [{ maxUnavailable: NaN }, "maxUnavailable NaN is not a whole number from 0"],
        [{ maxUnavailable: [] }, "maxUnavailable of type object is neither a number nor a percentage"],
    ])("refuses %j", (budget, message) => {
        expect(disruptionsAllowed(budget, 3)).toMatchObject({ message, fix });
    });

    it("refuses both members together", () => {
        expect(disruptionsAllowed({ minAvailable: 1, maxUnavailable: 1 }, 3)).toMatchObject({
            message: "minAvailable and maxUnavailable are both set",
            fix: "keep maxUnavailable and remove minAvailable",
        });
    });

    it.each([[new Unknown("disruption", "id")], [new Secret("id")]])(
        "is unknown where the member is",
        (leaf) => {
            expect(disruptionsAllowed({ maxUnavailable: leaf }, 3)).toEqual(
                new Unknown("maxUnavailable", "id"),
            );
        },
    );
});
