import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { nodePoolTolerated } from "../../../model/rules/node-pool-tolerated";
import { findings } from "./support/findings";
import { eksNodeGroup, gkeNodePool, karpenterNodePool } from "./support/node-pools";
import { container, deployment, scaledJob, secret, unknown } from "./support/objects";

const TAINT = { key: "pool", value: "agents", effect: "NoSchedule" };
const LABELS = { pool: "agents" };

const karpenter = (...taints: readonly unknown[]): Declared => karpenterNodePool({}, { taints });
const found = (nodes: readonly Declared[], podSpec: object = {}) =>
    findings(nodePoolTolerated, ...nodes, deployment({ nodeSelector: LABELS, ...podSpec }));
const tolerated = (...tolerations: readonly unknown[]) => found([karpenter(TAINT)], { tolerations });

const required = (...terms: readonly object[]) => ({
    nodeSelector: {},
    affinity: {
        nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: terms.map((expression) => ({ matchExpressions: [expression] })),
            },
        },
    },
});
const inPool = { key: "pool", operator: "In", values: ["agents"] };

describe("node-pool-tolerated", () => {
    it("reports pods that ask for tainted nodes and do not tolerate the taint", () => {
        expect(found([karpenter(TAINT)])).toMatchObject([
            {
                severity: "warning",
                message:
                    "the pods ask by label for nodes of agents (pool=agents:NoSchedule), and do not tolerate that taint, so that none of these nodes takes them",
                fix: "tolerate pool=agents:NoSchedule, or give the profile that agents was made with as placement.nodePool",
                path: "spec.template.spec.tolerations",
            },
        ]);
    });

    it("reports them on the node groups of EKS and the node pools of GKE, and jobs too", () => {
        expect(found([eksNodeGroup({ labels: LABELS })])).toMatchObject([
            { message: expect.stringContaining("spot (agents.example.com/spot=true:NoSchedule)") as unknown },
        ]);
        expect(found([gkeNodePool({}, { labels: LABELS })])).toMatchObject([
            {
                message: expect.stringContaining(
                    "spot (cloud.google.com/gke-spot=true:NoSchedule)",
                ) as unknown,
            },
        ]);
        const job = scaledJob({}, {}, { nodeSelector: LABELS });
        expect(findings(nodePoolTolerated, karpenter(TAINT), job)).toMatchObject([
            { path: "spec.jobTargetRef.template.spec.tolerations" },
        ]);
    });

    it("names all taints that are not tolerated, and only those", () => {
        const other = { key: "gpu", effect: "NoExecute" };
        expect(found([karpenter(TAINT, other)])).toMatchObject([
            {
                message:
                    "the pods ask by label for nodes of agents (pool=agents:NoSchedule, gpu:NoExecute), and do not tolerate those taints, so that none of these nodes takes them",
                fix: expect.stringContaining("tolerate pool=agents:NoSchedule and gpu:NoExecute") as unknown,
            },
        ]);
        const tolerations = [{ key: "pool", operator: "Exists" }];
        expect(found([karpenter(TAINT, other)], { tolerations })).toMatchObject([
            {
                message: expect.stringContaining(
                    "agents (gpu:NoExecute), and do not tolerate that taint",
                ) as unknown,
            },
        ]);
    });

    it("is quiet where the taint is tolerated, or is only a wish", () => {
        expect(tolerated({ key: "pool", operator: "Exists" })).toEqual([]);
        expect(tolerated({ operator: "Exists" })).toEqual([]);
        expect(tolerated({ key: "pool", value: "agents" })).toEqual([]);
        expect(tolerated({ key: "pool", value: "other" })).toHaveLength(1);
        expect(tolerated({ key: "pool", operator: "Exists", effect: "NoExecute" })).toHaveLength(1);
        expect(tolerated({ key: "other", operator: "Exists" })).toHaveLength(1);
        expect(found([karpenter({ ...TAINT, effect: "PreferNoSchedule" })])).toEqual([]);
        expect(found([karpenter()])).toEqual([]);
        expect(found([])).toEqual([]);
    });

    it("is quiet where one of the node pools takes them, and names all where none does", () => {
        const base = named(karpenter({ key: "base", effect: "NoSchedule" }), "base");
        const tolerations = [{ key: "base", operator: "Exists" }];
        expect(found([karpenter(TAINT), base], { tolerations })).toEqual([]);
        expect(found([karpenter(TAINT), base])).toMatchObject([
            {
                message:
                    "the pods ask by label for nodes of agents (pool=agents:NoSchedule) and base (base:NoSchedule), and do not tolerate those taints, so that none of these nodes takes them",
            },
        ]);
        expect(found([base, karpenter(TAINT)])).toEqual(found([karpenter(TAINT), base]));
    });

    it("is quiet for pods that other nodes may take", () => {
        expect(found([karpenter(TAINT)], { nodeSelector: {} })).toEqual([]);
        expect(found([karpenter(TAINT)], { nodeSelector: { pool: "other" } })).toEqual([]);
        expect(found([karpenter(TAINT)], { nodeSelector: { "kubernetes.io/arch": "amd64" } })).toEqual([]);
        expect(found([karpenter(TAINT)], required(inPool))).toHaveLength(1);
        const anywhere = { key: "kubernetes.io/arch", operator: "In", values: ["amd64"] };
        expect(found([karpenter(TAINT)], required(inPool, anywhere))).toEqual([]);
        expect(found([karpenter(TAINT)], required(inPool, { ...inPool, values: ["other"] }))).toEqual([]);
    });

    it("knows the toleration that is added for a resource that pods request", () => {
        const taint = { key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" };
        const limits = { "nvidia.com/gpu": "1" };
        const containers = [container({ resources: { limits } })];
        expect(found([karpenter(taint)], { containers })).toEqual([]);
        expect(found([karpenter({ ...taint, effect: "NoExecute" })], { containers })).toHaveLength(1);
        expect(found([karpenter(taint)])).toHaveLength(1);
    });

    it("says nothing where labels, taints or tolerations are not known", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(tolerated({ key: hidden, operator: "Exists" })).toEqual([]);
            expect(tolerated(hidden)).toEqual([]);
            for (const podSpec of [
                { tolerations: hidden },
                { nodeSelector: hidden },
                { nodeSelector: { pool: hidden } },
                { affinity: hidden },
            ]) {
                expect(found([karpenter(TAINT)], podSpec)).toEqual([]);
            }
            expect(found([karpenterNodePool({}, { taints: hidden })])).toEqual([]);
            const tolerations = [{ key: "pool", value: "agents" }];
            expect(found([karpenter({ ...TAINT, value: hidden })], { tolerations })).toEqual([]);
            expect(found([karpenter({ key: "pool", effect: hidden })])).toEqual([]);
            const [finding] = found([karpenter({ ...TAINT, value: hidden }, { ...TAINT, key: "known" })]);
            expect(finding?.message).toContain("agents (known=agents:NoSchedule)");
        }
    });
});

function named(each: Declared, name: string): Declared {
    return { ...each, object: { ...each.object, metadata: { name } } };
}
