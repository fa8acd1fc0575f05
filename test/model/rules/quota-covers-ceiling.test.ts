import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { quotaCoversCeiling } from "../../../model/rules/quota-covers-ceiling";
import { findings } from "./support/findings";
import {
    container,
    deployment,
    jobTarget,
    scaledJob,
    scaledObject,
    secret,
    unknown,
} from "./support/objects";
import { resourceQuota } from "./support/quotas";

describe("quota-covers-ceiling", () => {
    const pool = (
        maxReplicaCount: unknown,
        resources: object,
        { name = "worker", spec = {} }: { name?: string; spec?: object } = {},
    ) => [
        scaledObject({ maxReplicaCount, scaleTargetRef: { name } }, { name }),
        deployment({ containers: [container({ resources })] }, { metadata: { name }, spec }),
    ];
    const recreate = { spec: { strategy: { type: "Recreate" } } };
    const found = (hard: unknown, ...objects: readonly Declared[]) =>
        findings(quotaCoversCeiling, resourceQuota(hard), ...objects);

    it("reports a quota below the pools at their ceilings with a rollout, and what would fit", () => {
        expect(found({ "requests.cpu": "20" }, ...pool(10, { requests: { cpu: "2" } }))).toMatchObject([
            {
                severity: "warning",
                message:
                    "at the ceilings requests.cpu comes to 26 vCPU, and the quota has 20 vCPU: worker 10 and 3 more in a rollout of 2 vCPU each",
                fix: "raise requests.cpu to 26 or more, or lower the ceiling of worker to 8",
                path: 'spec.hard["requests.cpu"]',
                resource: { kind: "ResourceQuota" },
            },
        ]);
    });

    it("is quiet at the very amount, and not a thousandth below it", () => {
        const pods = pool(10, { requests: { cpu: "2" } });
        expect(found({ "requests.cpu": "26" }, ...pods)).toEqual([]);
        expect(found({ "requests.cpu": "25999m" }, ...pods)).toHaveLength(1);
        expect(found({ "requests.cpu": "20" }, ...pool(10, { requests: { cpu: "2" } }, recreate))).toEqual(
            [],
        );
    });

    it.each([
        ["cpu", "15", "cpu comes to 30 vCPU, and the quota has 15 vCPU"],
        ["requests.memory", "30Gi", "requests.memory comes to 40 GiB, and the quota has 30 GiB"],
        ["limits.cpu", "59", "limits.cpu comes to 60 vCPU, and the quota has 59 vCPU"],
        ["limits.memory", "50G", "limits.memory comes to 80 GiB, and the quota has 46.57 GiB"],
        ["requests.nvidia.com/gpu", "8", "requests.nvidia.com/gpu comes to 10, and the quota has 8"],
        ["pods", 9, "pods comes to 10, and the quota has 9: worker 10"],
        ["count/pods", 9, "count/pods comes to 10, and the quota has 9"],
        [
            "requests.ephemeral-storage",
            "1Gi",
            "requests.ephemeral-storage comes to 10 GiB, and the quota has 1 GiB",
        ],
    ])("counts %s", (name, hard, text) => {
        const resources = {
            requests: { cpu: "3", memory: "4Gi", "ephemeral-storage": "1Gi", "nvidia.com/gpu": 1 },
            limits: { cpu: "6", memory: "8Gi", "nvidia.com/gpu": 1 },
        };
        expect(found({ [name]: hard }, ...pool(10, resources, recreate))).toMatchObject([
            { message: expect.stringContaining(text) as string },
        ]);
    });

    it("does not count what pods do not have of themselves", () => {
        const hard = { services: 0, "requests.storage": 0, persistentvolumeclaims: 0, "count/jobs.batch": 0 };
        expect(found(hard, ...pool(10, { requests: { cpu: "2" } }))).toEqual([]);
        const hidden = { services: unknown(), "requests.storage": unknown() };
        expect(found(hidden, ...pool(10, { requests: { cpu: "2" } }))).toEqual([]);
    });

    it("sums all pools and what is not scaled, and names the largest", () => {
        const pools = ["a", "b", "c"].flatMap((name, index) =>
            pool(10 * (index + 1), { requests: { cpu: "500m" } }, { name, ...recreate }),
        );
        const fixed = deployment(
            {},
            { metadata: { name: "gateway" }, spec: { replicas: 2, ...recreate.spec } },
        );
        expect(found({ cpu: "32" }, ...pools, fixed)).toEqual([]);
        expect(found({ cpu: "31500m" }, ...pools, fixed)).toMatchObject([
            {
                message:
                    "at the ceilings cpu comes to 32 vCPU, and the quota has 31.5 vCPU: c 30 of 500m each; b 20 of 500m each; a 10 of 500m each; 1 more",
                fix: "raise cpu to 32 or more, or lower the ceiling of c to 29",
            },
        ]);
        expect(found({ cpu: "1" }, fixed)[0]?.fix).toBe("raise cpu to 2 or more");
    });

    it("counts a workload once, at the highest of its ceilings", () => {
        const pods = pool(4, { requests: { cpu: "1" } }, recreate);
        for (const more of [6, 2]) {
            const second = scaledObject({ maxReplicaCount: more }, { name: "second" });
            const most = Math.max(4, more);
            expect(found({ cpu: most }, ...pods, second)).toEqual([]);
            expect(found({ cpu: most - 1 }, ...pods, second)).toHaveLength(1);
        }
    });

    it("leaves out jobs that have no limit", () => {
        const scalingStrategy = { strategy: "custom", customScalingRunningJobPercentage: "0" };
        expect(found({ cpu: "1" }, scaledJob({ scalingStrategy }))).toEqual([]);
    });

    it("counts jobs with the pods that each runs at a time", () => {
        const jobs = scaledJob({ maxReplicaCount: 10, jobTargetRef: jobTarget({ parallelism: 3 }) });
        expect(found({ cpu: "30" }, jobs)).toEqual([]);
        expect(found({ cpu: "29" }, jobs)).toMatchObject([{ fix: "raise cpu to 30 or more" }]);
    });

    it("refuses a quota that lets not even one pod start", () => {
        expect(
            found({ "requests.cpu": "1" }, ...pool(10, { requests: { cpu: "2" } }, recreate)),
        ).toMatchObject([
            {
                severity: "error",
                message:
                    "one pod of worker takes 2 vCPU of requests.cpu, and the quota has 1 vCPU, so none ever starts",
                fix: "raise requests.cpu to 20 or more",
            },
        ]);
    });

    it("counts only what is in the quota's namespace and scope", () => {
        const pods = pool(10, { requests: { cpu: "2" } });
        const hard = { cpu: "3" };
        const quota = (spec: object, metadata: object = {}) =>
            findings(quotaCoversCeiling, resourceQuota(hard, spec, metadata), ...pods);
        expect(quota({}, { namespace: "elsewhere" })).toEqual([]);
        expect(quota({ scopes: ["BestEffort"] })).toEqual([]);
        expect(quota({ scopes: ["NotBestEffort"] })).toHaveLength(1);
    });

    it("notes a quota or a scope that is not known, where pods count against it", () => {
        const pods = pool(10, { requests: { cpu: "2" } });
        for (const hidden of [unknown(), secret()]) {
            expect(found(hidden, ...pods)).toMatchObject([{ severity: "note", path: "spec.hard" }]);
            expect(found({ cpu: hidden, pods: 1 }, ...pods)).toMatchObject([
                { severity: "warning", path: "spec.hard.pods" },
                { severity: "note", path: "spec.hard.cpu" },
            ]);
            expect(
                findings(quotaCoversCeiling, resourceQuota({ cpu: "3" }, { scopes: hidden }), ...pods),
            ).toMatchObject([{ severity: "note", path: "spec.scopes" }]);
            expect(
                findings(quotaCoversCeiling, resourceQuota({ cpu: "3" }, { scopes: [hidden] }), ...pods),
            ).toMatchObject([{ severity: "note", path: "spec.scopes[0]" }]);
            expect(found(hidden)).toEqual([]);
        }
    });

    it("counts what is known beside bounds and requests that are not, and no surge that is not", () => {
        for (const hidden of [unknown(), secret()]) {
            const other = pool(hidden, { requests: { cpu: "2" } }, { name: "other" });
            const vague = pool(9, { requests: { cpu: hidden } }, { name: "vague" });
            const pods = pool(10, { requests: { cpu: "2" } }, recreate);
            expect(found({ cpu: "20" }, ...other, ...vague, ...pods)).toEqual([]);
            expect(found({ cpu: "19" }, ...other, ...vague, ...pods)).toHaveLength(1);
            expect(
                found({ cpu: "20" }, ...pool(10, { requests: { cpu: "2" } }, { spec: { strategy: hidden } })),
            ).toEqual([]);
        }
    });

    it("takes an amount of the wrong type for none", () => {
        expect(found({ cpu: "lots" }, ...pool(10, { requests: { cpu: "2" } }))).toEqual([]);
    });

    it("is exact: the amount of its fix fits, and the finest amount below does not", () => {
        const pools = fc.array(
            fc.record({
                max: fc.integer({ min: 1, max: 500 }),
                milli: fc.integer({ min: 1, max: 9000 }),
                surge: fc.nat(100),
            }),
            {
                minLength: 1,
                maxLength: 5,
            },
        );
        fc.assert(
            fc.property(pools, (given) => {
                const objects = given.flatMap(({ max, milli, surge }, index) =>
                    pool(
                        max,
                        { requests: { cpu: `${milli}m` } },
                        {
                            name: `pool-${index}`,
                            spec: { strategy: { rollingUpdate: { maxSurge: `${surge}%` } } },
                        },
                    ),
                );
                const needed = given.reduce(
                    (sum, { max, milli, surge }) => sum + (max + Math.ceil((max * surge) / 100)) * milli,
                    0,
                );
                expect(found({ "requests.cpu": `${needed}m` }, ...objects)).toEqual([]);
                expect(found({ "requests.cpu": `${needed - 1}m` }, ...objects)).toHaveLength(1);
            }),
            { numRuns: 50 },
        );
    });

    it("offers the highest ceiling that fits", () => {
        const shapes = fc.record({
            max: fc.integer({ min: 2, max: 300 }),
            surge: fc.nat(100),
            share: fc.integer({ min: 1, max: 99 }),
        });
        fc.assert(
            fc.property(shapes, ({ max, surge, share }) => {
                const spec = { strategy: { rollingUpdate: { maxSurge: `${surge}%` } } };
                const at = (ceiling: number) => pool(ceiling, { requests: { cpu: "1" } }, { spec });
                const hard = { cpu: Math.max(1, Math.floor((max * share) / 100)) };
                const fix = found(hard, ...at(max))[0]?.fix ?? "";
                const fitting = Number(/to (\d+)$/.exec(fix)?.[1] ?? 0);
                if (fitting > 0) expect(found(hard, ...at(fitting))).toEqual([]);
                expect(found(hard, ...at(fitting + 1))).toHaveLength(1);
            }),
            { numRuns: 50 },
        );
    });
});
