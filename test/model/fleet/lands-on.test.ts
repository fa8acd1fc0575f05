import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { landsOn, readFleet } from "../../../model/fleet";
import { eksNodeGroup, gkeNodePool, karpenterNodePool } from "../rules/support/node-pools";
import { deployment, unknown } from "../rules/support/objects";

function lands(nodes: Declared, podSpec: object): unknown {
    const fleet = readFleet([nodes, deployment(podSpec)]);
    const [workload, group] = [fleet.workloads[0], fleet.nodes[0]];
    if (workload === undefined || group === undefined) throw new Error("not read");
    const landing = landsOn(workload, group);
    return typeof landing === "object" ? landing.path : landing;
}

const affinity = (...terms: readonly (readonly object[])[]) => ({
    affinity: {
        nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: terms.map((matchExpressions) => ({ matchExpressions })),
            },
        },
    },
});

describe("landsOn by labels", () => {
    const plain = eksNodeGroup({ labels: { pool: "agents", tier: "a" }, taints: [] });
    const expression = (key: string, operator: string, ...values: readonly unknown[]) =>
        affinity([{ key, operator, ...(values.length === 0 ? {} : { values }) }]);

    it.each([
        [{ nodeSelector: { pool: "agents" } }, true],
        [{ nodeSelector: { pool: "agents", tier: "a" } }, true],
        [{ nodeSelector: { pool: "agents", tier: "b" } }, false],
        [{ nodeSelector: { pool: "agents", other: "a" } }, false],
        [{ nodeSelector: { pool: "agents", "kubernetes.io/arch": "arm64" } }, true],
        [{ nodeSelector: { "kubernetes.io/arch": "arm64" } }, false],
        [{ nodeSelector: { "eks.amazonaws.com/capacityType": "SPOT" } }, false],
        [{ nodeSelector: { pool: "agents", "eks.amazonaws.com/capacityType": "ON_DEMAND" } }, false],
        [{}, false],
        [expression("pool", "In", "other", "agents"), true],
        [expression("pool", "In", "other"), false],
        [expression("pool", "NotIn", "other"), false],
        [expression("pool", "Exists"), true],
        [expression("other", "Exists"), false],
        [expression("pool", "DoesNotExist"), false],
        [expression("pool", "Gt", "1"), false],
        [{ nodeSelector: { pool: "agents" }, ...expression("tier", "NotIn", "a") }, false],
        [{ nodeSelector: { pool: "agents" }, ...expression("tier", "NotIn", "b") }, true],
        [{ nodeSelector: { pool: "agents" }, ...expression("other", "DoesNotExist") }, true],
        [{ nodeSelector: { pool: "agents" }, ...expression("tier", "DoesNotExist") }, false],
        [
            affinity(
                [{ key: "pool", operator: "In", values: ["x"] }],
                [{ key: "tier", operator: "In", values: ["a"] }],
            ),
            true,
        ],
        [
            affinity([
                { key: "pool", operator: "In", values: ["x"] },
                { key: "tier", operator: "In", values: ["a"] },
            ]),
            false,
        ],
    ])("%j: %s", (podSpec, expected) => {
        expect(lands(plain, podSpec)).toBe(expected);
    });

    it("knows the name that a cloud gives to the nodes of a group", () => {
        const group = eksNodeGroup({ nodeGroupName: "agents", taints: [] });
        expect(lands(group, { nodeSelector: { "eks.amazonaws.com/nodegroup": "agents" } })).toBe(true);
        expect(lands(group, { nodeSelector: { "eks.amazonaws.com/nodegroup": "other" } })).toBe(false);
        const gke = gkeNodePool({ name: "agents" }, { taints: [] });
        expect(lands(gke, { nodeSelector: { "cloud.google.com/gke-nodepool": "agents" } })).toBe(true);
        const karpenter = karpenterNodePool();
        expect(lands(karpenter, { nodeSelector: { "karpenter.sh/nodepool": "agents" } })).toBe(true);
        expect(lands(karpenter, { nodeSelector: { "karpenter.sh/nodepool": "other" } })).toBe(false);
    });

    it("knows between what Karpenter chooses", () => {
        const requirements = [
            { key: "team", operator: "In", values: ["a", "b"] },
            { key: "karpenter.sh/capacity-type", operator: "In", values: ["spot"] },
        ];
        const nodes = karpenterNodePool({}, { requirements });
        expect(lands(nodes, { nodeSelector: { team: "b" } })).toBe(true);
        expect(lands(nodes, { nodeSelector: { team: "c" } })).toBe(false);
        const onDemand = { pool: "agents", "karpenter.sh/capacity-type": "on-demand" };
        expect(lands(nodes, { nodeSelector: onDemand })).toBe(false);
        const hidden = karpenterNodePool({}, { requirements: unknown() });
        expect(lands(hidden, { nodeSelector: { team: "b" } })).toEqual([
            "spec",
            "template",
            "spec",
            "requirements",
        ]);
        expect(lands(hidden, { nodeSelector: { pool: "agents" } })).toBe(true);
    });
});

describe("landsOn by taints", () => {
    const nodeSelector = { pool: "agents" };
    const tainted = (taint: object) => eksNodeGroup({ labels: nodeSelector, taints: [taint] });
    const taint = { key: "spot", value: "true", effect: "NO_SCHEDULE" };
    const tolerating = (...tolerations: readonly unknown[]) => ({ nodeSelector, tolerations });

    it.each([
        [{ key: "spot", operator: "Exists" }, true],
        [{ key: "spot", operator: "Equal", value: "true", effect: "NoSchedule" }, true],
        [{ key: "spot", value: "true" }, true],
        [{ key: "spot", value: "false" }, false],
        [{ key: "spot" }, false],
        [{ key: "spot", operator: "Exists", effect: "NoExecute" }, false],
        [{ key: "spot", operator: "Exists", effect: "" }, true],
        [{ key: "other", operator: "Exists" }, false],
        [{ operator: "Exists" }, true],
        [{ value: "true" }, false],
    ])("%j: %s", (toleration, expected) => {
        expect(lands(tainted(taint), tolerating(toleration))).toBe(expected);
    });

    it("asks for no toleration of a wish", () => {
        expect(lands(tainted({ ...taint, effect: "PREFER_NO_SCHEDULE" }), { nodeSelector })).toBe(true);
        expect(lands(tainted({ ...taint, effect: "NO_EXECUTE" }), { nodeSelector })).toBe(false);
    });

    it("says where it stands what is not known", () => {
        expect(lands(tainted({ ...taint, key: unknown() }), tolerating({ operator: "Exists" }))).toEqual([
            "taints",
            0,
        ]);
        expect(lands(tainted(taint), tolerating({ key: unknown(), operator: "Exists" }))).toEqual([
            "spec",
            "template",
            "spec",
            "tolerations",
            0,
        ]);
    });
});
