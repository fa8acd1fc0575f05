import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CostIncrease } from "../../../model/cost";
import { costIncrease } from "../../../model/cost";
import type { Declared } from "../../../model/declared";
import { deployment, horizontalPodAutoscaler, scaledObject, unknown } from "../rules/support/objects";
import { pod, report } from "./support/plain-prices";

/** A pool with pods of 2.80 USD. */
const pool = (name: string, maxReplicaCount: unknown, podSpec = pod("2", "8Gi")): Declared[] => [
    scaledObject({ maxReplicaCount, scaleTargetRef: { name } }, { name }),
    deployment(podSpec, { metadata: { name } }),
];

const compared = (before: readonly Declared[], after: readonly Declared[]): CostIncrease =>
    costIncrease(report(before), report(after));

describe("what a change does to ceilings", () => {
    it("is told of each pool by its name, and in the sum, the largest change first", () => {
        const before = [...pool("a", 10), ...pool("b", 20), ...pool("old", 5)];
        const after = [...pool("young", 2), ...pool("b", 40), ...pool("a", 10)];
        expect(compared(before, after)).toEqual({
            pools: [
                {
                    name: "agents/b",
                    state: "kept",
                    beforeUsdPerMonth: 56,
                    afterUsdPerMonth: 112,
                    changeUsdPerMonth: 56,
                    share: 1,
                },
                {
                    name: "agents/old",
                    state: "gone",
                    beforeUsdPerMonth: 14,
                    afterUsdPerMonth: 0,
                    changeUsdPerMonth: -14,
                    share: -1,
                },
                {
                    name: "agents/young",
                    state: "new",
                    beforeUsdPerMonth: 0,
                    afterUsdPerMonth: 5.6,
                    changeUsdPerMonth: 5.6,
                },
                {
                    name: "agents/a",
                    state: "kept",
                    beforeUsdPerMonth: 28,
                    afterUsdPerMonth: 28,
                    changeUsdPerMonth: 0,
                    share: 0,
                },
            ],
            total: {
                beforeUsdPerMonth: 98,
                afterUsdPerMonth: 145.6,
                changeUsdPerMonth: 47.6,
                share: 47.6 / 98,
            },
        });
    });

    it("takes no price that is lost for money saved, and none that is found for money spent", () => {
        const bare = pod(undefined, "1Gi");
        for (const [before, after] of [
            [pool("a", 10), pool("a", 10, bare)],
            [pool("a", 10, bare), pool("a", 10)],
            [[], pool("a", 10, bare)],
            [pool("a", 10, bare), []],
        ] as const) {
            const { pools, total } = compared([...before, ...pool("b", 1)], [...after, ...pool("b", 2)]);
            expect(pools[1]).toMatchObject({ name: "agents/a", unpriced: "a pod requests no cpu" });
            expect(pools[1]).not.toHaveProperty("changeUsdPerMonth");
            expect(total.changeUsdPerMonth).toBe(2.8);
        }
        expect(compared(pool("a", 1), pool("a", unknown())).pools).toEqual([
            {
                name: "agents/a",
                state: "kept",
                beforeUsdPerMonth: 2.8,
                unpriced: "its bounds are known only after apply",
            },
        ]);
    });

    it("compares an autoscaler with the one of its kind where two have one name", () => {
        const hpa = (maxReplicas: number): Declared => horizontalPodAutoscaler({ maxReplicas });
        const both = (most: number): Declared[] => [
            scaledObject({ maxReplicaCount: most }),
            hpa(5),
            deployment(pod("2", "8Gi")),
        ];
        const changes = (before: readonly Declared[], after: readonly Declared[]) =>
            compared(before, after).pools.map(({ name, state, changeUsdPerMonth }) => [
                name,
                state,
                changeUsdPerMonth,
            ]);
        expect(changes(both(10), both(20).reverse())).toEqual([
            ["agents/worker (ScaledObject)", "kept", 28],
            ["agents/worker (HorizontalPodAutoscaler)", "kept", 0],
        ]);
        expect(changes(pool("worker", 10), both(10))).toEqual([
            ["agents/worker (HorizontalPodAutoscaler)", "new", 14],
            ["agents/worker (ScaledObject)", "kept", 0],
        ]);
        const moved = compared(
            [hpa(10), deployment(pod("2", "8Gi"))],
            [scaledObject(), deployment(pod("2", "8Gi"))],
        );
        expect(moved.pools).toMatchObject([{ state: "kept", changeUsdPerMonth: 0 }]);
    });

    it("is nothing between the same manifests, and the opposite the other way round", () => {
        const pools = fc.uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.nat(200)), {
            selector: ([name]) => name,
        });
        const objects = (of: readonly (readonly [string, number])[]): Declared[] =>
            of.flatMap(([name, max]) => pool(name, max));
        fc.assert(
            fc.property(pools, pools, (a, b) => {
                expect(compared(objects(a), objects(a)).total.changeUsdPerMonth).toBe(0);
                const [there, back] = [
                    compared(objects(a), objects(b)).total.changeUsdPerMonth,
                    compared(objects(b), objects(a)).total.changeUsdPerMonth,
                ];
                expect(there + back).toBeCloseTo(0, 6);
            }),
            { numRuns: 40 },
        );
    });
});
