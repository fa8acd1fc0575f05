import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PoolCost } from "../../../model/cost";
import {
    LEAVE_OTHERS,
    container,
    containerPolicy,
    deployment,
    intent,
    scaledObject,
    secret,
    unknown,
    verticalPodAutoscaler,
} from "../rules/support/objects";
import { only, pod } from "./support/plain-prices";

const POD = pod("2", "8Gi");

/** Ten replicas of a pod, and a VerticalPodAutoscaler with these policies in this mode. */
function sized(
    policies: readonly object[] | undefined,
    given: { mode?: unknown; podSpec?: object; more?: object } = {},
): PoolCost {
    const { mode, podSpec, more } = { mode: "Recreate", podSpec: POD, more: {}, ...given };
    const resourcePolicy = policies === undefined ? undefined : { containerPolicies: policies };
    return only([
        scaledObject({ maxReplicaCount: 10 }),
        deployment(podSpec, { metadata: intent(more) }),
        verticalPodAutoscaler({ updatePolicy: { updateMode: mode }, resourcePolicy }),
    ]);
}

const upTo = (maxAllowed: object, more: object = {}): object =>
    containerPolicy({ controlledResources: ["cpu", "memory"], maxAllowed, ...more });

describe("a pool whose pods a VerticalPodAutoscaler changes", () => {
    it("costs at its ceiling what its pods may become, and at its floor what they request", () => {
        const cost = sized([upTo({ cpu: "3", memory: "28Gi" }), LEAVE_OTHERS]);
        expect(cost).toMatchObject({
            pod: { vcpu: 2, memoryGib: 8 },
            vertical: { pod: { vcpu: 3, memoryGib: 28 }, unbounded: [] },
        });
        expect(cost.floor?.usdPerMonth).toBeCloseTo(2.8, 6);
        expect(cost.ceiling?.usdPerMonth).toBeCloseTo(58, 6);
    });

    it("costs what it requests where the bound is less, and for what is not sized", () => {
        expect(sized([upTo({ cpu: "1", memory: "8Gi" })]).ceiling?.usdPerMonth).toBeCloseTo(28, 6);
        const memoryOnly = upTo({ cpu: "30", memory: "18Gi" }, { controlledResources: ["memory"] });
        expect(sized([memoryOnly]).ceiling?.usdPerMonth).toBeCloseTo(38, 6);
        expect(sized([upTo({ cpu: "30" }, { mode: "Off" })]).ceiling?.usdPerMonth).toBeCloseTo(28, 6);
    });

    it.each([
        ["Off", 28],
        ["Initial", 38],
        ["InPlaceOrRecreate", 38],
        [undefined, 38],
    ])("counts a mode by whether new pods get what it recommends: %s", (mode, usd) => {
        const cost = sized([upTo({ cpu: "3", memory: "8Gi" })], { mode });
        expect(cost.ceiling?.usdPerMonth).toBeCloseTo(usd, 6);
        expect("vertical" in cost).toBe(usd > 28);
    });

    it("counts each container with the policy that holds for it", () => {
        const podSpec = {
            containers: [
                container({ resources: { limits: { cpu: "2", memory: "8Gi" } } }),
                container({ name: "proxy", resources: { requests: { cpu: "1", memory: "1Gi" } } }),
            ],
        };
        const others = { containerName: "*", maxAllowed: { cpu: "2", memory: "2Gi" } };
        const cost = sized([upTo({ cpu: "1", memory: "9Gi" }), others], { podSpec });
        expect(cost.vertical?.pod).toMatchObject({ vcpu: 4, memoryGib: 11 });
    });

    it("names what nothing bounds, and a bound of nothing is none", () => {
        expect(sized([upTo({ memory: "16Gi" })]).vertical).toMatchObject({
            pod: { vcpu: 2, memoryGib: 16 },
            unbounded: ["cpu"],
        });
        expect(sized([upTo({ cpu: "0", memory: "16Gi" })]).vertical?.unbounded).toEqual(["cpu"]);
        expect(sized(undefined).vertical).toMatchObject({
            pod: { vcpu: 2, memoryGib: 8 },
            unbounded: ["cpu", "memory"],
        });
    });

    it.each([
        ["the mode", { mode: unknown() }, [upTo({ cpu: "3", memory: "9Gi" })]],
        ["a bound", {}, [upTo({ cpu: unknown(), memory: "9Gi" })]],
        ["a bound that must not be shown", {}, [upTo({ cpu: secret(), memory: "9Gi" })]],
        ["all bounds", {}, [containerPolicy({ maxAllowed: unknown() })]],
        ["the container", {}, [upTo({ cpu: "3" }, { containerName: unknown() })]],
        ["whether it is sized", {}, [upTo({ cpu: "3" }, { mode: unknown() })]],
    ])("has no price where %s is known only after apply", (_what, options, policies) => {
        const cost = sized(policies, options);
        expect(cost.unpriced).toMatchObject({
            reason: "how large its VerticalPodAutoscaler may make a pod is known only after apply",
            isUnknown: true,
        });
        expect(cost).not.toHaveProperty("ceiling");
    });

    it("has no price where a pod may outgrow its nodes", () => {
        const nodePool = { node: { cpu: "4", memory: "16Gi", instanceType: "m7i.xlarge" } };
        const cost = sized([upTo({ cpu: "5", memory: "8Gi" })], { more: { nodePool } });
        expect(cost.unpriced).toMatchObject({
            reason: "at the most that its VerticalPodAutoscaler allows, a pod does not fit on a node of its node pool",
            fix: "lower its maxAllowed",
        });
    });

    it("keeps its budget with what its pods may become", () => {
        const budget = { usdPerMonth: 30 };
        const cost = sized([upTo({ cpu: "3", memory: "28Gi" })], { more: { budget } });
        expect(cost.budget).toEqual({ usdPerMonth: 30, replicas: 5 });
    });

    it("never costs less than without one", () => {
        const amount = fc.integer({ min: 1, max: 64 });
        fc.assert(
            fc.property(amount, amount, (cores, gib) => {
                const cost = sized([upTo({ cpu: String(cores), memory: `${gib}Gi` })]);
                expect(cost.ceiling?.usdPerMonth).toBeGreaterThanOrEqual(28 - 1e-9);
            }),
            { numRuns: 50 },
        );
    });
});
