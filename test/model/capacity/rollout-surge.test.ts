import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rolloutSurge } from "../../../model/capacity";
import { Secret, Unknown } from "../../../model/declared";

const surging = (maxSurge: unknown) => ({ strategy: { rollingUpdate: { maxSurge } } });

describe("rolloutSurge", () => {
    it.each([
        [{}, 10, 3],
        [{}, 0, 0],
        [{ strategy: { type: "RollingUpdate" } }, 4, 1],
        [{ strategy: { type: "Recreate" } }, 10, 0],
        [surging("30%"), 10, 3],
        [surging("31%"), 10, 4],
        [surging("0%"), 10, 0],
        [surging(2), 10, 2],
        [surging(0), 10, 0],
        [surging(null), 8, 2],
    ])("of %j with %i replicas is %i", (spec, replicas, surge) => {
        expect(rolloutSurge(spec, replicas)).toBe(surge);
    });

    it("is nothing where the API server refuses what is written", () => {
        for (const refused of [-1, 1.5, "two", "-5%", true, ["25%"]]) {
            expect(rolloutSurge(surging(refused), 10)).toBe(0);
        }
    });

    it("is not known where its strategy is not", () => {
        for (const hidden of [new Unknown("a", 1), new Secret(1)]) {
            expect(rolloutSurge(surging(hidden), 10)).toBeInstanceOf(Unknown);
            expect(rolloutSurge({ strategy: hidden }, 10)).toBeInstanceOf(Unknown);
            expect(rolloutSurge(hidden, 10)).toBeInstanceOf(Unknown);
        }
    });

    it("never falls when the replicas rise, and is the least that covers the share", () => {
        fc.assert(
            fc.property(fc.nat(200), fc.nat(10_000), (percent, replicas) => {
                const [surge, next] = [replicas, replicas + 1].map((each) =>
                    Number(rolloutSurge(surging(`${percent}%`), each)),
                );
                expect(next).toBeGreaterThanOrEqual(surge ?? NaN);
                expect(Number(surge) * 100).toBeGreaterThanOrEqual(percent * replicas);
                expect((Number(surge) - 1) * 100).toBeLessThan(percent * replicas || 1);
            }),
        );
    });
});
