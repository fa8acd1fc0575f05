import { describe, expect, it } from "vitest";
import { costData, costIncrease, costSummary } from "../../../model/cost";
import type { WarmCost } from "../../../model/cost";
import type { Declared } from "../../../model/declared";
import { costCard } from "../../../model/explain";
import {
    container,
    declared,
    deployment,
    intent,
    scaledObject,
    secret,
    unknown,
} from "../rules/support/objects";
import { PLAIN, pod, report } from "./support/plain-prices";

/** Placeholders of 2.80 USD each. */
function balloons(
    spec: object = { replicas: 3 },
    intents: object = {},
    name: unknown = "headroom",
): Declared {
    const resources = { requests: { cpu: "2", memory: "8Gi" } };
    const containers = [container({ image: "registry.k8s.io/pause:3.10.1", resources })];
    return deployment({ containers }, { spec, metadata: { name, ...intent(intents) } });
}

function buffer(spec: object, metadata: object = {}): Declared {
    return declared({
        apiVersion: "autoscaling.x-k8s.io/v1beta1",
        kind: "CapacityBuffer",
        metadata: { name: "headroom", namespace: "agents", ...metadata },
        spec,
    });
}

function podTemplate(
    name: unknown = "shape",
    spec: unknown = pod("2", "8Gi"),
    namespace = "agents",
): Declared {
    return declared({
        apiVersion: "v1",
        kind: "PodTemplate",
        metadata: { name, namespace },
        template: { spec },
    });
}

const SHAPE = { podTemplateRef: { name: "shape" } };
const scaled = { scalableRef: { apiGroup: "apps", kind: "Deployment", name: "worker" } };
/** A pool of 2 to 15 pods of 2.80 USD. */
const POOL = [scaledObject({ minReplicaCount: 2, maxReplicaCount: 15 }), deployment(pod("2", "8Gi"))];

function only(...objects: readonly Declared[]): WarmCost {
    const [cost, ...others] = report(objects).warm;
    if (cost === undefined || others.length > 0) throw new Error("not one");
    return cost;
}

const usd = (replicas: number): object => ({
    replicas,
    usdPerMonth: expect.closeTo(2.8 * replicas, 6) as number,
});

describe("what room costs that placeholders keep", () => {
    it("is what pods in it would cost, at the floor and at the ceiling", () => {
        expect(only(balloons())).toMatchObject({
            pod: { vcpu: 2, memoryGib: 8 },
            floor: usd(3),
            ceiling: usd(3),
        });
        expect(only(balloons({}))).toMatchObject({ floor: usd(1) });
        expect(only(balloons({ replicas: 0 }))).toMatchObject({ floor: usd(0) });
    });

    it("is that of a pool where something scales them, and not counted twice", () => {
        const scaler = scaledObject({ scaleTargetRef: { name: "headroom" } }, { name: "headroom" });
        const { pools, warm, total } = report([balloons({}), scaler]);
        expect(warm).toEqual([]);
        expect(pools).toHaveLength(1);
        expect(total.ceilingUsdPerMonth).toBeCloseTo(28, 6);
    });

    it("is in the sums beside pools, in the summary and in the data", () => {
        const costs = report([...POOL, balloons()]);
        expect(costs.total.floorUsdPerMonth).toBeCloseTo(5 * 2.8, 6);
        expect(costs.total.scheduledUsdPerMonth).toBeCloseTo(5 * 2.8, 6);
        expect(costs.total.ceilingUsdPerMonth).toBeCloseTo(18 * 2.8, 6);
        expect(costSummary(report([balloons()]))).toMatchObject({ floorUsdPerMonth: 8.4 });
        expect(costData(costs)).toMatchObject({
            warm: [
                { kind: "Deployment", namespace: "agents", name: "headroom", floor: { usdPerMonth: 8.4 } },
            ],
        });
    });

    it("is cheaper at rest on spot nodes, and in full at the ceiling", () => {
        const platform = { prices: { ...PLAIN.prices, asOf: "2026-11-01", spotDiscount: 0.5 } };
        const spot = balloons({ replicas: 2 }, { nodePool: { name: "spot", capacity: "Spot" } });
        expect(report([spot], platform).warm[0]).toMatchObject({
            floor: { usdPerMonth: expect.closeTo(2.8, 6) as number },
            ceiling: { usdPerMonth: expect.closeTo(5.6, 6) as number },
        });
    });

    it("is compared with what was there before", () => {
        const { pools, total } = costIncrease(report([balloons()]), report([balloons({ replicas: 6 })]));
        expect(pools).toMatchObject([
            { name: "agents/headroom", state: "kept", beforeUsdPerMonth: 8.4, afterUsdPerMonth: 16.8 },
        ]);
        expect(total.changeUsdPerMonth).toBe(8.4);
    });

    it("is not known where a number or a pod is not", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(only(balloons({ replicas: hidden })).unpriced?.reason).toContain("known only after apply");
        }
        const bare = deployment({ containers: [container({ image: "pause", resources: {} })] });
        expect(only(bare).unpriced?.reason).toContain("requests no cpu");
        expect(costSummary(report([bare]))).not.toHaveProperty("floorUsdPerMonth");
    });
});

describe("what a CapacityBuffer costs", () => {
    it("is the pods of its template, in its own namespace", () => {
        const ours = [podTemplate("shape", pod("8", "8Gi"), "others"), podTemplate()];
        expect(only(buffer({ ...SHAPE, replicas: 3 }), ...ours)).toMatchObject({
            floor: usd(3),
            ceiling: usd(3),
        });
        const name = unknown("one output");
        expect(only(buffer({ podTemplateRef: { name }, replicas: 2 }), podTemplate(name))).toMatchObject({
            floor: usd(2),
        });
    });

    it("is bounded by its limits, and follows the bounds of what a share is of", () => {
        expect(only(buffer({ ...SHAPE, replicas: 9, limits: { cpu: "7" } }), podTemplate())).toMatchObject({
            floor: usd(3),
        });
        expect(only(buffer({ ...scaled, percentage: 20 }), ...POOL)).toMatchObject({
            floor: usd(1),
            ceiling: usd(3),
        });
        expect(only(buffer({ ...scaled, percentage: 20, replicas: 2 }), ...POOL)).toMatchObject({
            floor: usd(2),
            ceiling: usd(3),
        });
    });

    it("is not known of what is declared elsewhere, of suspended nodes, and of what is not known yet", () => {
        const reason = (...objects: readonly Declared[]): string | undefined =>
            only(...objects).unpriced?.reason;
        expect(reason(buffer({ ...SHAPE, replicas: 3 }))).toBe("what it keeps room for is not declared here");
        const standby = { ...SHAPE, replicas: 3, provisioningStrategy: "buffer.gke.io/standby-capacity" };
        expect(reason(buffer(standby), podTemplate())).toContain("suspended");
        for (const member of ["replicas", "percentage", "limits"]) {
            const spec = { ...SHAPE, replicas: 3, [member]: unknown() };
            expect(reason(buffer(spec), podTemplate())).toContain("known only after apply");
        }
        expect(
            reason(buffer({ ...SHAPE, replicas: 3, limits: { cpu: unknown() } }), podTemplate()),
        ).toContain("known only after apply");
        expect(reason(buffer({ ...SHAPE }), podTemplate())).toContain("depends on what is not declared here");
        expect(reason(buffer({ ...scaled, percentage: 20 }), deployment(pod("2", "8Gi")))).toContain(
            "depends on what is not declared here",
        );
        expect(reason(buffer({ ...SHAPE, replicas: 3 }), podTemplate("shape", unknown()))).toContain(
            "known only after apply",
        );
    });
});

describe("the cost card", () => {
    const card = (...objects: readonly Declared[]): string[] => costCard(report(objects));

    it("says of room what it costs, and which wait it is paid for", () => {
        expect(card(balloons({ replicas: 3 }, { headroom: { coldStartSeconds: 45 } })).slice(0, 2)).toEqual([
            "headroom (warm capacity): $8.40 a month for room for 3 x (2 vCPU, 8 GiB)",
            "  for which the first 3 pods wait for no new node, only for their own cold start of 45 s",
        ]);
        expect(card(balloons({ replicas: 1 }))[1]).toBe("  for which the first 1 pod wait for no new node");
        expect(card(balloons({ replicas: 0 }))[1]).toMatch(/^prices: /);
        expect(card(buffer({ ...scaled, percentage: 20 }), ...POOL)).toContain(
            "headroom (warm capacity): $2.80 a month for room for 1 to 3 x (2 vCPU, 8 GiB)",
        );
    });

    it("names it beside pools, with the sum", () => {
        const lines = card(...POOL, balloons());
        expect(lines).toContain("all: floor $14, scheduled $14, ceiling $50 a month");
        expect(card(...POOL, balloons({ replicas: unknown() }))).toContainEqual(
            expect.stringMatching(/^all: .*, and 1 pool without a price$/) as string,
        );
    });

    it("calls placeholders that are scaled what they are", () => {
        const scaler = scaledObject({ scaleTargetRef: { name: "headroom" } }, { name: "headroom" });
        const lines = card(balloons({}, { headroom: { coldStartSeconds: 45 } }), scaler);
        expect(lines[0]).toMatch(/^headroom \(warm capacity\): floor \$2\.80, ceiling \$28/);
        expect(lines[1]).toBe(
            "  for which the first 1 pod wait for no new node, only for their own cold start of 45 s",
        );
    });
});
