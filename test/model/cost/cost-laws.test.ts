import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poolName } from "../../../model/cost";
import type { Declared } from "../../../model/declared";
import type { Platform } from "../../../model/platform";
import {
    containerPolicy,
    cron,
    deployment,
    intent,
    jobTarget,
    redis,
    scaledJob,
    scaledObject,
    unknown,
    verticalPodAutoscaler,
} from "../rules/support/objects";
import { pod, report } from "./support/plain-prices";

/** A pool of any kind: of replicas or jobs, on any capacity, sized or not, with or without a price. */
interface AnyPool {
    readonly min: number;
    readonly max: number;
    readonly isJob: boolean;
    readonly parallelism: number;
    readonly strategy: object;
    readonly requests: readonly [cpu: unknown, memory: unknown, more: object];
    readonly nodePool: object;
    readonly maxAllowed: object | undefined;
    readonly window: number | undefined;
}

const ANY_PLATFORM: fc.Arbitrary<Platform> = fc.constantFrom<Platform>(
    {},
    { provider: "eks" },
    { provider: "gke" },
    { provider: "gke-autopilot" },
    { provider: "eks", prices: { asOf: "2026-11-01", spotDiscount: 0.6, commitmentDiscount: 0.3 } },
    { prices: { asOf: "2026-11-01", usdPerVcpuHour: 0.05, usdPerGpuHour: 2 } },
);

const NODE = { cpu: "4", memory: "16Gi", gpus: 1, instanceType: "m7i.xlarge" };

const ANY_POOL: fc.Arbitrary<AnyPool> = fc.record({
    min: fc.integer({ min: 0, max: 20 }),
    max: fc.integer({ min: 20, max: 300 }),
    isJob: fc.boolean(),
    parallelism: fc.integer({ min: 1, max: 3 }),
    strategy: fc.constantFrom(
        { strategy: "accurate" },
        { strategy: "custom", customScalingRunningJobPercentage: "0.5" },
        { strategy: "custom", customScalingRunningJobPercentage: "0" },
    ),
    requests: fc.tuple(
        fc.constantFrom<unknown>("100m", "1", "3", "3900m", undefined, "-1", unknown()),
        fc.constantFrom<unknown>("64Mi", "1Gi", "15Gi", undefined),
        fc.constantFrom({}, {}, { "nvidia.com/gpu": "1" }),
    ),
    nodePool: fc.constantFrom(
        {},
        { node: NODE },
        { node: NODE, capacity: "Spot" },
        { node: { ...NODE, instanceType: "unheard.of" } },
        { capacity: "Fargate" },
        { capacity: "Spot" },
    ),
    maxAllowed: fc.constantFrom(undefined, {}, { memory: "12Gi" }, { memory: "64Gi" }),
    window: fc.option(fc.integer({ min: -5, max: 400 }), { nil: undefined }),
});

function objectsOf(of: AnyPool, name = "worker"): Declared[] {
    const podSpec = pod(...of.requests);
    const more = intent({ nodePool: of.nodePool });
    const spec = {
        minReplicaCount: of.min,
        maxReplicaCount: of.max,
        triggers: [
            redis(),
            ...(of.window === undefined ? [] : [cron({ desiredReplicas: String(of.window) })]),
        ],
    };
    if (of.isJob) {
        const jobTargetRef = jobTarget({ parallelism: of.parallelism }, podSpec);
        return [scaledJob({ ...spec, jobTargetRef, scalingStrategy: of.strategy }, { name, ...more })];
    }
    const targetRef = { apiVersion: "apps/v1", kind: "Deployment", name };
    const resourcePolicy = { containerPolicies: [containerPolicy({ maxAllowed: of.maxAllowed })] };
    return [
        scaledObject({ ...spec, scaleTargetRef: { name } }, { name }),
        deployment(podSpec, { metadata: { name, ...more } }),
        ...(of.maxAllowed === undefined
            ? []
            : [verticalPodAutoscaler({ targetRef, resourcePolicy }, { name })]),
    ];
}

describe("what a fleet costs", () => {
    it("is never less at a ceiling that is raised", () => {
        fc.assert(
            fc.property(ANY_POOL, ANY_PLATFORM, fc.integer({ min: 1, max: 50 }), (any, platform, more) => {
                const [low, high] = [any.max, any.max + more].map(
                    (max) => report(objectsOf({ ...any, max }), platform).pools[0],
                );
                expect(high?.unpriced?.reason).toBe(low?.unpriced?.reason);
                expect(high?.ceiling?.usdPerMonth ?? 0).toBeGreaterThanOrEqual(
                    low?.ceiling?.usdPerMonth ?? 0,
                );
            }),
        );
    });

    it("is the same in whatever order its objects are declared", () => {
        const order = fc.array(ANY_POOL, { minLength: 1, maxLength: 4 }).chain((pools) => {
            const objects = pools.flatMap((any, index) => objectsOf(any, `p${index}`));
            return fc.tuple(
                fc.constant(objects),
                fc.shuffledSubarray(objects, { minLength: objects.length }),
            );
        });
        const prices = (objects: readonly Declared[], platform: Platform): object =>
            Object.fromEntries(
                report(objects, platform).pools.map((pool) => [
                    poolName(pool),
                    [pool.floor, pool.scheduled, pool.ceiling, pool.pricesAsOf, pool.unpriced?.reason],
                ]),
            );
        fc.assert(
            fc.property(order, ANY_PLATFORM, ([objects, shuffled], platform) => {
                expect(prices(shuffled, platform)).toEqual(prices(objects, platform));
                expect(report(shuffled, platform).total.ceilingUsdPerMonth).toBeCloseTo(
                    report(objects, platform).total.ceilingUsdPerMonth,
                    4,
                );
            }),
            { numRuns: 50 },
        );
    });

    it("is a price above nothing or a reason why there is none, never both and never neither", () => {
        fc.assert(
            fc.property(ANY_POOL, ANY_PLATFORM, (any, platform) => {
                const { pools, total } = report(objectsOf(any), platform);
                for (const { unpriced, floor, scheduled, ceiling, pricesAsOf } of pools) {
                    if (unpriced !== undefined) {
                        expect([floor, scheduled, ceiling]).toEqual([undefined, undefined, undefined]);
                        expect(total.ceilingUsdPerMonth).toBe(0);
                        continue;
                    }
                    expect(ceiling?.usdPerMonth).toBeGreaterThan(0);
                    expect(floor?.usdPerMonth).toBeGreaterThanOrEqual(0);
                    expect(floor?.usdPerMonth).toBeLessThanOrEqual(ceiling?.usdPerMonth ?? 0);
                    expect(pricesAsOf).toMatch(/^\d{4}-\d\d-\d\d$/);
                }
            }),
        );
    });

    it("has no lower total for a pool that has no price", () => {
        fc.assert(
            fc.property(ANY_POOL, ANY_POOL, ANY_PLATFORM, (any, other, platform) => {
                const alone = report(objectsOf(any, "a"), platform).total;
                const both = report([...objectsOf(any, "a"), ...objectsOf(other, "b")], platform).total;
                expect(both.floorUsdPerMonth).toBeGreaterThanOrEqual(alone.floorUsdPerMonth);
                expect(both.ceilingUsdPerMonth).toBeGreaterThanOrEqual(alone.ceilingUsdPerMonth);
            }),
        );
    });
});
