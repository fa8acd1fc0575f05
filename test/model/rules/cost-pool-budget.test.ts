import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import type { Finding } from "../../../model/findings";
import { costPoolBudget } from "../../../model/rules/cost-pool-budget";
import { PLAIN, pod } from "../cost/support/plain-prices";
import { findingsOn } from "./support/findings";
import {
    containerPolicy,
    deployment,
    horizontalPodAutoscaler,
    intent,
    jobTarget,
    scaledJob,
    scaledObject,
    secret,
    unknown,
    verticalPodAutoscaler,
} from "./support/objects";

/** Two vCPU and 8 GiB, for 2.80 USD a month. */
const POD = pod("2", "8Gi");
const UNSTATED = { maxReplicaCount: undefined };

describe("cost-pool-budget", () => {
    const pool = (usdPerMonth: number, maxReplicaCount: unknown = 40, podSpec = POD, more: object = {}) => [
        scaledObject({ maxReplicaCount }),
        deployment(podSpec, { metadata: intent({ budget: { usdPerMonth }, ...more }) }),
    ];
    const found = (objects: readonly Declared[]): Finding[] => findingsOn(PLAIN, costPoolBudget, ...objects);

    it("refuses a ceiling above the budget, with the sum and with what would fit", () => {
        expect(found(pool(90))).toMatchObject([
            {
                severity: "error",
                message: "40 x (2 vCPU, 8 GiB) = $112/month > budget $90",
                fix: "fits at maxReplicas <= 32, or with 2.5 GiB",
                path: "spec.maxReplicaCount",
                resource: { kind: "ScaledObject", name: "worker" },
            },
        ]);
    });

    it("advises no less than a quarter of the memory, up to the very step", () => {
        expect(found(pool(88))[0]?.fix).toBe("fits at maxReplicas <= 31, or with 2 GiB");
        expect(found(pool(87.99))[0]?.fix).toBe("fits at maxReplicas <= 31");
        // Two vCPU alone cost more than that.
        expect(found(pool(79))[0]?.fix).toBe("fits at maxReplicas <= 28");
    });

    it("passes at the very cent, and shows the cent that is missing", () => {
        expect(found(pool(112))).toEqual([]);
        expect(found(pool(111.99))).toMatchObject([
            { message: "40 x (2 vCPU, 8 GiB) = $112.00/month > budget $111.99" },
        ]);
    });

    it("says so where the budget pays for no replica", () => {
        expect(found(pool(2.79))[0]?.fix).toBe("raise the budget, which pays for no replica");
        expect(found(pool(0))[0]?.message).toBe("40 x (2 vCPU, 8 GiB) = $112/month > budget $0");
        expect(found(pool(2.79, 1))[0]?.fix).toBe(
            "raise the budget, which pays for no replica, or use 7.9375 GiB",
        );
    });

    it("counts spot capacity as on demand, and whole nodes", () => {
        const node = { cpu: "4", memory: "16Gi", instanceType: "m7i.xlarge" };
        const spot = { nodePool: { name: "spot", capacity: "Spot", node } };
        // Two pods a node, 147.17 USD each.
        expect(found(pool(700, 10, POD, spot))[0]?.message).toBe(
            "10 x (2 vCPU, 8 GiB) on 5 nodes = $736/month > budget $700",
        );
        expect(found(pool(735.84, 10, POD, spot))).toEqual([]);
        expect(found(pool(735.83, 10, POD, spot))).toHaveLength(1);
    });

    it("counts KEDA's own ceiling, an HPA's, the pods of jobs, and what a VerticalPodAutoscaler allows", () => {
        const unstated = pool(200).map((each, index) => (index === 0 ? scaledObject(UNSTATED) : each));
        expect(found(unstated)[0]?.message).toMatch(/^100 x /);
        const metadata = intent({ budget: { usdPerMonth: 27.99 } });
        expect(found([horizontalPodAutoscaler(), deployment(POD, { metadata })])).toMatchObject([
            { path: "spec.maxReplicas" },
        ]);
        const jobs = scaledJob({ jobTargetRef: jobTarget({ parallelism: 2 }, POD) }, metadata);
        expect(found([jobs])).toMatchObject([
            {
                message: "20 x (2 vCPU, 8 GiB) = $56/month > budget $28",
                fix: "fits at maxReplicas <= 4",
            },
        ]);
        const resourcePolicy = { containerPolicies: [containerPolicy({ maxAllowed: { memory: "18Gi" } })] };
        const vertical = verticalPodAutoscaler({ resourcePolicy });
        expect(found([...pool(28, 10), vertical])[0]?.message).toBe(
            "10 x (2 vCPU, 18 GiB) = $38/month > budget $28",
        );
    });

    it("is quiet without a budget, and leaves what has no price to cost-unpriced", () => {
        expect(found([scaledObject(), deployment(POD)])).toEqual([]);
        expect(found(pool(1, unknown()))).toEqual([]);
        expect(found(pool(1, 10, pod(secret(), "1Gi")))).toEqual([]);
        expect(found(pool(1, 10, pod(undefined, "1Gi")))).toEqual([]);
    });

    it("passes with the ceiling that its fix names, and not with one more", () => {
        fc.assert(
            fc.property(fc.integer({ min: 280, max: 11199 }), (cents) => {
                const [finding] = found(pool(cents / 100));
                const fits = Number(/<= (\d+)/.exec(finding?.fix ?? "")?.[1]);
                expect(found(pool(cents / 100, fits))).toEqual([]);
                expect(found(pool(cents / 100, fits + 1))).toHaveLength(1);
            }),
            { numRuns: 50 },
        );
    });
});
