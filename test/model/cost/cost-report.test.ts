import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PoolCost } from "../../../model/cost";
import {
    HOURS_PER_MONTH,
    formatPodSize,
    formatUsd,
    formatUsdApart,
    isWithinBudget,
} from "../../../model/cost";
import type { Declared } from "../../../model/declared";
import type { Platform } from "../../../model/platform";
import {
    container,
    cron,
    deployment,
    intent,
    jobTarget,
    redis,
    scaledJob,
    scaledObject,
    secret,
    unknown,
} from "../rules/support/objects";
import { PLAIN, only, pod, report } from "./support/plain-prices";

const pool = (scaler: object, podSpec: object = pod("2", "8Gi"), intents: object = {}): Declared[] => [
    scaledObject(scaler),
    deployment(podSpec, { metadata: intent(intents) }),
];

describe("what a pool costs", () => {
    it("is its pods by their requests, at the floor and at the ceiling", () => {
        expect(only(pool({ minReplicaCount: 2, maxReplicaCount: 40 }))).toMatchObject({
            pod: { vcpu: 2, memoryGib: 8, gpus: 0 },
            floor: { replicas: 2, usdPerMonth: expect.closeTo(5.6, 6) as number },
            ceiling: { replicas: 40, usdPerMonth: expect.closeTo(112, 6) as number },
        });
    });

    it("counts init containers, sidecars, overhead and limits as the scheduler does", () => {
        const podSpec = {
            containers: [container({ resources: { limits: { cpu: "1", memory: "1Gi" } } })],
            initContainers: [
                {
                    name: "a",
                    restartPolicy: "Always",
                    resources: { requests: { cpu: "500m", memory: "1Gi" } },
                },
                { name: "b", resources: { requests: { cpu: "4", memory: "1Gi" } } },
            ],
            overhead: { cpu: "100m", memory: "0" },
        };
        expect(only(pool({}, podSpec)).pod).toEqual({ vcpu: 4.6, memoryGib: 2, gpus: 0 });
    });

    it("is KEDA's own ceiling of 100 where none is stated, and nothing at a floor of zero", () => {
        const cost = only(pool({ minReplicaCount: undefined, maxReplicaCount: undefined }, pod("1", "10Gi")));
        expect(cost).toMatchObject({ floor: { usdPerMonth: 0 }, ceiling: { replicas: 100 } });
        expect(cost.ceiling?.usdPerMonth).toBeCloseTo(200, 6);
    });

    it("is nothing at the floor of a pool that goes to zero when it is idle", () => {
        expect(only(pool({ minReplicaCount: 4, idleReplicaCount: 0 })).floor?.replicas).toBe(0);
    });

    it("of jobs is that of the extra ones at the floor, and of all that can run at the ceiling", () => {
        const jobs = (spec: object) =>
            only([scaledJob({ maxReplicaCount: 10, ...spec }, {}, pod("2", "8Gi"))]);
        expect(jobs({ minReplicaCount: 3 })).toMatchObject({
            floor: { replicas: 3 },
            ceiling: { replicas: 10 },
        });
        const custom = (customScalingRunningJobPercentage: string) =>
            jobs({ scalingStrategy: { strategy: "custom", customScalingRunningJobPercentage } });
        expect(custom("0.5")).toMatchObject({ ceiling: { replicas: 20 } });
        expect(custom("0")).toMatchObject({
            unpriced: { reason: "the strategy custom sets its jobs no limit" },
        });
        const pods = { jobTargetRef: jobTarget({ parallelism: 2 }, pod("2", "8Gi")), minReplicaCount: 1 };
        expect(jobs(pods)).toMatchObject({ floor: { replicas: 2 }, ceiling: { replicas: 20 } });
        expect(jobs({ maxReplicaCount: unknown() })).toMatchObject({
            unpriced: { reason: "how many jobs it runs is known only after apply", isUnknown: true },
        });
    });

    it("of jobs has the windows beside the extra ones, within what those leave of the ceiling", () => {
        const always = cron({
            start: "0 0 * * *",
            end: "59 23 * * *",
            timezone: "Etc/UTC",
            desiredReplicas: "9",
        });
        const spec = { minReplicaCount: 3, maxReplicaCount: 10, triggers: [always] };
        const { scheduled } = only([scaledJob(spec, {}, pod("2", "8Gi"))]);
        expect(scheduled?.replicas).toBeCloseTo(10, 1);
        const object = { ...spec, triggers: [always] };
        expect(only(pool(object)).scheduled?.replicas).toBeCloseTo(9, 1);
    });

    it("is integrated over the windows in their zone, the highest where they overlap", () => {
        const day = cron({ start: "0 8 * * *", end: "0 20 * * *", desiredReplicas: "4", timezone: "UTC" });
        const noon = cron({ start: "0 11 * * *", end: "0 13 * * *", desiredReplicas: "10", timezone: "UTC" });
        const scheduled = (...triggers: object[]): number =>
            only(pool({ minReplicaCount: 1, maxReplicaCount: 8, triggers: [redis(), ...triggers] })).scheduled
                ?.replicas ?? NaN;
        expect(scheduled()).toBeCloseTo(1, 6);
        expect(scheduled(day)).toBeCloseTo((12 * 4 + 12) / 24, 2);
        // Ten are asked for, and eight are the ceiling.
        expect(scheduled(day, noon)).toBeCloseTo((10 * 4 + 2 * 8 + 12) / 24, 2);
        const below = cron({ start: "0 8 * * *", end: "0 20 * * *", desiredReplicas: "1", timezone: "UTC" });
        expect(scheduled(below)).toBeCloseTo(1, 6);
    });

    it("has no scheduled part where there are more windows than anyone writes, and ends on ten thousand", () => {
        const scheduled = (count: number): unknown => {
            const every = cron({ start: "* * * * *", end: "* * * * 1-5", desiredReplicas: "4" });
            return only(pool({ triggers: Array.from({ length: count }, () => every) })).scheduled;
        };
        expect(scheduled(2)).toBeDefined();
        expect(scheduled(10_000)).toBeUndefined();
    });

    it("has no scheduled part where a window is not known, and says its floor in the total", () => {
        const [scaler, workload] = pool({ triggers: [redis(), cron({ start: unknown() })] });
        if (scaler === undefined || workload === undefined) throw new Error("no pool");
        const { pools, total } = report([scaler, workload]);
        expect(pools[0]).not.toHaveProperty("scheduled");
        expect(total.scheduledUsdPerMonth).toBe(total.floorUsdPerMonth);
    });
});

describe("nodes", () => {
    const node = { cpu: "4", memory: "16Gi", instanceType: "own" };
    const platform: Platform = {
        prices: {
            ...PLAIN.prices,
            asOf: "2026-11-01",
            machines: { own: { usdPerHour: 10 / HOURS_PER_MONTH } },
        },
    };
    const onNodes = (podSpec: object, more: object = {}, nodePool: object = {}): PoolCost =>
        only(
            pool({ minReplicaCount: 1, maxReplicaCount: 7 }, podSpec, {
                nodePool: { name: "own", node: { ...node, ...more }, ...nodePool },
            }),
            platform,
        );

    it("are filled with whole pods, and cost what they cost where that is more", () => {
        // One pod of 3 vCPU a node, so seven nodes of 10 USD.
        expect(onNodes(pod("3", "1Gi")).ceiling).toEqual({ replicas: 7, nodes: 7, usdPerMonth: 70 });
        // Two pods of 2 vCPU and 8 GiB a node, so four.
        expect(onNodes(pod("2", "8Gi")).ceiling).toMatchObject({ nodes: 4, usdPerMonth: 40 });
        expect(onNodes(pod("2", "8Gi")).floor).toMatchObject({ nodes: 1, usdPerMonth: 10 });
    });

    it("hold no more pods than they have room for, by memory, number or GPUs", () => {
        expect(onNodes(pod("100m", "8.1Gi")).ceiling?.nodes).toBe(7);
        expect(onNodes(pod("100m", "100Mi"), { pods: 3 }).ceiling?.nodes).toBe(3);
        expect(onNodes(pod("100m", "100Mi", { "nvidia.com/gpu": "1" }), { gpus: 2 }).ceiling?.nodes).toBe(4);
    });

    it("that cannot hold one pod leave the pool without a price", () => {
        expect(onNodes(pod("4100m", "1Gi")).unpriced?.reason).toBe(
            "a pod does not fit on a node of its node pool",
        );
        expect(onNodes(pod("1", "1Gi", { "nvidia.com/gpu": "1" })).unpriced?.reason).toBe(
            "a pod does not fit on a node of its node pool",
        );
    });

    it("on spot are cheap at the floor, and on demand at the ceiling, where spot may have run out", () => {
        const spot: Platform = { prices: { ...platform.prices, asOf: "2026-11-01", spotDiscount: 0.6 } };
        const objects = pool({ minReplicaCount: 2, maxReplicaCount: 4 }, pod("3", "1Gi"), {
            nodePool: { name: "own", capacity: "Spot", node },
        });
        const cost = only(objects, spot);
        expect(cost.floor?.usdPerMonth).toBeCloseTo(8, 6);
        expect(cost.ceiling?.usdPerMonth).toBeCloseTo(40, 6);
    });

    it.each([
        [20, 0.2 * 20 * 0.9 + 0.8 * 8],
        [undefined, 0.5 * 20 * 0.9 + 0.5 * 8],
        [100, 20 * 0.9],
        [1000, 20 * 0.9],
    ])(
        "of which %s %% are on demand cost their part of both prices, and less by commitments",
        (share, usd) => {
            const prices = {
                ...platform.prices,
                asOf: "2026-11-01",
                spotDiscount: 0.6,
                commitmentDiscount: 0.1,
            };
            const objects = pool({ minReplicaCount: 2, maxReplicaCount: 4 }, pod("3", "1Gi"), {
                nodePool: {
                    name: "own",
                    capacity: "SpotPreferred",
                    node,
                    ...(share === undefined ? {} : { onDemandShare: share }),
                },
            });
            const cost = only(objects, { prices });
            expect(cost.floor?.usdPerMonth).toBeCloseTo(usd, 6);
            expect(cost.ceiling?.usdPerMonth).toBeCloseTo(40, 6);
            const withoutSpot = { ...platform.prices, asOf: "2026-11-01", commitmentDiscount: 0.1 };
            expect(only(objects, { prices: withoutSpot }).floor?.usdPerMonth).toBeCloseTo(20 * 0.9, 6);
        },
    );
});

describe("prices", () => {
    it("are the table's for the provider, with its day and region", () => {
        const { basis, pools } = report(pool({ maxReplicaCount: 1 }), { provider: "gke" });
        expect(basis).toMatchObject({ name: "Compute Engine n2", region: "us-central1", asOf: "2026-08-03" });
        expect(pools[0]?.ceiling?.usdPerMonth).toBeCloseTo(730 * (2 * 0.031611 + 8 * 0.004237), 6);
    });

    it("of GKE Autopilot are for what is billed, not for what is asked", () => {
        const cost = only(pool({ maxReplicaCount: 1 }, pod("10m", "16Mi")), { provider: "gke-autopilot" });
        expect(cost.ceiling?.usdPerMonth).toBeCloseTo(730 * (0.25 * 0.0445 + 0.5 * 0.0049225), 6);
    });

    it("of Fargate are for the next size", () => {
        const fargate = { nodePool: { name: "fargate", capacity: "Fargate" } };
        const cost = only(pool({ maxReplicaCount: 1 }, pod("1", "2Gi"), fargate), { provider: "eks" });
        expect(cost.ceiling?.usdPerMonth).toBeCloseTo(730 * (0.04048 + 3 * 0.004445), 6);
    });

    it("of commitments make the floor cheaper, never the ceiling", () => {
        const platform: Platform = {
            prices: { ...PLAIN.prices, asOf: "2026-11-01", commitmentDiscount: 0.5 },
        };
        const cost = only(pool({ minReplicaCount: 2, maxReplicaCount: 4 }), platform);
        expect(cost.floor?.usdPerMonth).toBeCloseTo(2.8, 6);
        expect(cost.ceiling?.usdPerMonth).toBeCloseTo(11.2, 6);
    });

    it.each([
        ["no cpu request", pod(undefined, "1Gi"), "a pod requests no cpu"],
        ["no request at all", { containers: [{ name: "a" }] }, "a pod requests no cpu and no memory"],
        [
            "a request that is known later",
            pod(unknown(), "1Gi"),
            "what a pod requests is known only after apply",
        ],
        [
            "a request that must not be shown",
            pod(secret(), "1Gi"),
            "what a pod requests is known only after apply",
        ],
        ["a GPU without a price", pod("1", "1Gi", { "nvidia.com/gpu": "1" }), "its GPUs have no price"],
    ])("are missing and never zero: %s", (_what, podSpec, reason) => {
        const cost = only(pool({}, podSpec));
        expect(cost).toMatchObject({ unpriced: { reason } });
        expect(cost).not.toHaveProperty("ceiling");
    });

    it("are missing where the bounds or the workload are not known", () => {
        expect(only(pool({ maxReplicaCount: unknown() })).unpriced?.reason).toBe(
            "its bounds are known only after apply",
        );
        expect(only(pool({ maxReplicaCount: -5 })).unpriced?.reason).toBe("one of its bounds is below 0");
        expect(only([scaledObject()]).unpriced?.reason).toBe("what it scales is not declared here");
    });

    it.each([
        ["GPUs on Fargate", { nodePool: { capacity: "Fargate" } }, "Fargate has no GPUs"],
        [
            "a machine in no table",
            {
                nodePool: {
                    node: { cpu: "8", memory: "32Gi", gpus: 1, instanceType: "g99.huge" },
                },
            },
            "the machine g99.huge is in no price table",
        ],
    ])("are missing, and the reason says of what: %s", (_what, intents, reason) => {
        const cost = only(pool({}, pod("1", "1Gi", { "nvidia.com/gpu": "1" }), intents), {});
        expect(cost).toMatchObject({ unpriced: { reason, isUnknown: false } });
        expect(only(pool({}, pod("64", "1Gi"), { nodePool: { capacity: "Fargate" } }), {})).toMatchObject({
            unpriced: { reason: "no size that Fargate has is large enough for a pod" },
        });
    });

    it("have the oldest day of those that a pool rests on", () => {
        const asOf = (platform: Platform, intents: object = {}): string | undefined =>
            only(pool({}, pod("1", "1Gi"), intents), platform).pricesAsOf;
        const own = { asOf: "2026-11-01", usdPerVcpuHour: 1 };
        const node = { cpu: "4", memory: "16Gi", instanceType: "m7i.xlarge" };
        expect(asOf({ provider: "gke" })).toBe("2026-08-03");
        expect(asOf({ provider: "gke", prices: own })).toBe("2026-08-03");
        expect(asOf({ provider: "gke", prices: { ...own, usdPerGibHour: 1 } })).toBe("2026-11-01");
        expect(asOf({ provider: "eks" }, { nodePool: { capacity: "Fargate" } })).toBe("2026-03-01");
        expect(asOf({ prices: { ...own, usdPerGibHour: 1 } }, { nodePool: { node } })).toBe("2026-07-20");
        const machines = { "m7i.xlarge": { usdPerHour: 1 } };
        expect(asOf({ prices: { asOf: "2026-01-05", machines } }, { nodePool: { node } })).toBe("2026-01-05");
    });

    it("of a GPU are one's own where they are stated", () => {
        const platform: Platform = { prices: { ...PLAIN.prices, asOf: "2026-11-01", usdPerGpuHour: 2 } };
        const cost = only(
            pool({ maxReplicaCount: 1 }, pod("1", "10Gi", { "nvidia.com/gpu": "2" })),
            platform,
        );
        expect(cost.ceiling?.usdPerMonth).toBeCloseTo(2 + 4 * HOURS_PER_MONTH, 6);
    });
});

describe("a budget", () => {
    const fitsAt = (usdPerMonth: number): number | undefined =>
        only(pool({ maxReplicaCount: 40 }, pod("2", "8Gi"), { budget: { usdPerMonth } })).budget?.replicas;

    it("pays for so many replicas", () => {
        expect([0, 2.7, 2.81, 28.01, 111, 112.1, 1e9].map(fitsAt)).toEqual([0, 0, 1, 10, 39, 40, 40]);
    });

    it("pays for all of them with less memory, where memory is what costs", () => {
        const memory = (usdPerMonth: number): number | undefined =>
            only(pool({ maxReplicaCount: 10 }, pod("100m", "8Gi"), { budget: { usdPerMonth } })).budget
                ?.memoryGib;
        expect(memory(9.1)).toBeUndefined();
        expect(memory(5.001)).toBeCloseTo(4, 6);
        expect(memory(1.01)).toBeUndefined();
        const fits = only(pool({ maxReplicaCount: 10 }, pod("100m", "4Gi"))).ceiling?.usdPerMonth;
        expect(fits).toBeLessThanOrEqual(5.001);
    });

    it("of jobs is for jobs, however many pods each runs, and however few are written", () => {
        const jobs = (spec: object) => (usdPerMonth: number) =>
            only([scaledJob(spec, intent({ budget: { usdPerMonth } }), pod("2", "8Gi"))]).budget?.replicas;
        const pairs = jobs({ jobTargetRef: jobTarget({ parallelism: 2 }, pod("2", "8Gi")) });
        expect([5.5, 5.6, 55.99, 56].map(pairs)).toEqual([0, 1, 9, 10]);
        const custom = { strategy: "custom", customScalingRunningJobPercentage: "0.5" };
        expect(jobs({ scalingStrategy: custom })(28)).toBe(5);
        expect(jobs({ maxReplicaCount: undefined })(28)).toBe(10);
    });

    it("is kept to the very cent, and is not missed by a part of one", () => {
        const kept = (cents: number): boolean =>
            isWithinBudget(2836.401, 2836 + cents / 100) && isWithinBudget(2836.404, 2836 + cents / 100);
        expect([39, 40, 41].map(kept)).toEqual([false, true, true]);
    });

    it("stands beside the reason where there is no price", () => {
        const cost = only(pool({}, pod(undefined, "1Gi"), { budget: { usdPerMonth: 5 } }));
        expect(cost).toMatchObject({
            budget: { usdPerMonth: 5 },
            unpriced: { reason: "a pod requests no cpu" },
        });
    });

    it("always pays for what it says it pays for, and for no more", () => {
        fc.assert(
            fc.property(fc.double({ min: 0, max: 200, noNaN: true }), (usdPerMonth) => {
                const most = fitsAt(usdPerMonth) ?? NaN;
                const ceiling = (max: number): number =>
                    only(pool({ minReplicaCount: 0, maxReplicaCount: max })).ceiling?.usdPerMonth ?? NaN;
                if (most > 0) expect(isWithinBudget(ceiling(most), usdPerMonth)).toBe(true);
                if (most < 40) expect(isWithinBudget(ceiling(most + 1), usdPerMonth)).toBe(false);
            }),
        );
    });
});

describe("the whole fleet", () => {
    it("costs the sum of its pools, and says what is in no price", () => {
        const { total, excluded, pools } = report([
            ...pool({ minReplicaCount: 1, maxReplicaCount: 2 }),
            scaledObject({ scaleTargetRef: { name: "nobody" } }, { name: "other" }),
        ]);
        expect(pools.map(({ unpriced }) => unpriced?.reason)).toEqual([
            undefined,
            "what it scales is not declared here",
        ]);
        expect(total.ceilingUsdPerMonth).toBeCloseTo(5.6, 6);
        expect(excluded).toContain("storage");
    });
});

describe("amounts in messages", () => {
    it("are whole dollars from ten on, and cents below", () => {
        expect([0, 0.5, 9.99, 10, 2836.4, 1e6].map(formatUsd)).toEqual([
            "$0",
            "$0.50",
            "$9.99",
            "$10",
            "$2,836",
            "$1,000,000",
        ]);
    });

    it("that are compared show their difference", () => {
        expect(formatUsdApart(2836.4, 900)).toEqual(["$2,836", "$900"]);
        expect(formatUsdApart(2836.4, 2836.39)).toEqual(["$2,836.40", "$2,836.39"]);
    });

    it("say what a pod requests", () => {
        expect(formatPodSize({ vcpu: 2, memoryGib: 8, gpus: 0 })).toBe("2 vCPU, 8 GiB");
        expect(formatPodSize({ vcpu: 0.1, memoryGib: 1.5, gpus: 1 })).toBe("0.1 vCPU, 1.5 GiB, 1 GPU");
    });
});
