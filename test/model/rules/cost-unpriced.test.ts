import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import type { Finding } from "../../../model/findings";
import { costUnpriced } from "../../../model/rules/cost-unpriced";
import { PLAIN, pod } from "../cost/support/plain-prices";
import { findings, findingsAsked } from "./support/findings";
import {
    containerPolicy,
    deployment,
    intent,
    scaledJob,
    scaledObject,
    secret,
    unknown,
    verticalPodAutoscaler,
} from "./support/objects";

const BUDGET = { budget: { usdPerMonth: 500 } };

describe("cost-unpriced", () => {
    const pool = (podSpec: object, spec: object = {}, more: object = BUDGET): Declared[] => [
        scaledObject(spec),
        deployment(podSpec, { metadata: intent(more) }),
    ];
    const found = (...of: Parameters<typeof pool>): Finding[] => findings(costUnpriced, ...pool(...of));
    const gpu = pod("1", "1Gi", { "nvidia.com/gpu": "1" });

    it("reports requests that are missing, where they must be written", () => {
        expect(found(pod(undefined, "1Gi"))).toMatchObject([
            {
                severity: "warning",
                message: "a pod requests no cpu, so the budget $500 is not checked",
                fix: "give every container a request of cpu",
                path: "spec.template.spec",
                resource: { kind: "Deployment" },
            },
        ]);
    });

    it("reports a machine or a GPU without a price, and how to state it", () => {
        expect(found(gpu)).toMatchObject([
            {
                message: "its GPUs have no price, so the budget $500 is not checked",
                fix: "name the machine in placement.nodePool.node, or give platform.prices.usdPerGpuHour",
            },
        ]);
        const node = { cpu: "8", memory: "32Gi", gpus: 1, instanceType: "g99.huge" };
        expect(found(gpu, {}, { ...BUDGET, nodePool: { node } })).toMatchObject([
            {
                message: "the machine g99.huge is in no price table, so the budget $500 is not checked",
                fix: "give its price in platform.prices.machines",
            },
        ]);
        const prices = { asOf: "2026-11-01", usdPerGpuHour: 2 };
        expect(findingsAsked({ platform: { prices } }, costUnpriced, ...pool(gpu))).toEqual([]);
    });

    it("reports a target of somebody else, and jobs without a limit", () => {
        expect(findings(costUnpriced, scaledObject({}, intent(BUDGET)))).toMatchObject([
            {
                message: "what it scales is not declared here, so the budget $500 is not checked",
                path: "spec.scaleTargetRef",
                resource: { kind: "ScaledObject" },
            },
        ]);
        const scalingStrategy = { strategy: "custom", customScalingRunningJobPercentage: "0" };
        expect(findings(costUnpriced, scaledJob({ scalingStrategy }, intent(BUDGET)))).toMatchObject([
            {
                message: "the strategy custom sets its jobs no limit, so the budget $500 is not checked",
                path: "spec.maxReplicaCount",
                resource: { kind: "ScaledJob" },
            },
        ]);
    });

    it.each([
        ["a request", pool(pod(unknown(), "1Gi")), "spec.template.spec"],
        ["a request that must not be shown", pool(pod(secret(), "1Gi")), "spec.template.spec"],
        ["the ceiling", pool({}, { maxReplicaCount: unknown() }), "spec.maxReplicaCount"],
        [
            "a bound of the VerticalPodAutoscaler",
            [
                ...pool({}),
                verticalPodAutoscaler({
                    resourcePolicy: { containerPolicies: [containerPolicy({ maxAllowed: unknown() })] },
                }),
            ],
            "spec.template.spec",
        ],
    ])("notes what is known only after apply: %s", (_what, objects, path) => {
        const [finding, ...others] = findings(costUnpriced, ...objects);
        expect(others).toEqual([]);
        expect(finding).toMatchObject({ severity: "note", path, fix: "give it as a plain value" });
        expect(finding?.message).toMatch(/ known only after apply, so the budget \$500 is not checked$/);
        expect(JSON.stringify(finding)).not.toContain("hunter2");
    });

    it("is quiet where there is a price, and where no budget covers the pool", () => {
        expect(found({})).toEqual([]);
        expect(found(gpu, {}, {})).toEqual([]);
        expect(findings(costUnpriced, scaledObject())).toEqual([]);
    });

    it("asks for pools that only the stack's budget covers, where that is held", () => {
        const asked = (level?: "off"): Finding[] =>
            findingsAsked(
                {
                    platform: PLAIN,
                    others: {
                        "cost-stack-budget": {
                            ...(level === undefined ? {} : { level }),
                            values: { usdPerMonth: 5000 },
                        },
                    },
                },
                costUnpriced,
                ...pool(gpu, {}, {}),
            );
        expect(asked()).toMatchObject([
            { message: "its GPUs have no price, so the budget $5,000 of the stack is not checked" },
        ]);
        expect(asked("off")).toEqual([]);
    });
});
