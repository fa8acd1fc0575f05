import { describe, expect, it } from "vitest";
import { Unknown } from "../../../model/declared";
import { nodeCapacity, readFleet } from "../../../model/fleet";
import { deployment, unknown } from "../rules/support/objects";

describe("nodeCapacity", () => {
    const capacityOf = (podSpec: object) => {
        const [workload] = readFleet([deployment(podSpec)]).workloads;
        if (workload === undefined) throw new Error("there is no workload");
        return nodeCapacity(workload, undefined);
    };
    const requires = (...terms: unknown[][]) => ({
        affinity: {
            nodeAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: {
                    nodeSelectorTerms: terms.map((matchExpressions) => ({ matchExpressions })),
                },
            },
        },
    });
    const expression = (key: string, operator: string, ...values: unknown[]) => ({ key, operator, values });

    it.each([
        ["eks.amazonaws.com/capacityType", "SPOT", "Spot", 120],
        ["eks.amazonaws.com/capacityType", "ON_DEMAND", "OnDemand", 120],
        ["karpenter.sh/capacity-type", "spot", "Spot", 120],
        ["karpenter.sh/capacity-type", "on-demand", "OnDemand", 120],
        ["cloud.google.com/gke-spot", "true", "Spot", 15],
        ["cloud.google.com/gke-provisioning", "spot", "Spot", 15],
        ["cloud.google.com/gke-provisioning", "standard", "OnDemand", 15],
    ])("reads %s: %s of the node selector as %s", (key, value, capacity, noticeSeconds) => {
        expect(capacityOf({ nodeSelector: { [key]: value } })).toMatchObject({
            capacity,
            noticeSeconds,
            path: ["spec", "template", "spec", "nodeSelector", key],
            by: `${key}: ${value}`,
        });
    });

    it.each([
        ["In", ["spot"], "Spot"],
        ["In", ["on-demand", "spot"], "Spot"],
        ["In", ["on-demand"], "OnDemand"],
        ["NotIn", ["spot"], "OnDemand"],
        ["In", ["reserved"], undefined],
        ["Exists", [], undefined],
        ["Gt", ["spot"], undefined],
    ])("reads a required %s %j as %s", (operator, values, capacity) => {
        const podSpec = requires([expression("karpenter.sh/capacity-type", operator, ...values)]);
        expect(capacityOf(podSpec)?.capacity).toBe(capacity);
    });

    it("knows that a label which only spot nodes have says as much by being there", () => {
        const key = "cloud.google.com/gke-spot";
        expect(capacityOf(requires([expression(key, "Exists")]))?.capacity).toBe("Spot");
        expect(capacityOf(requires([expression(key, "DoesNotExist")]))?.capacity).toBe("OnDemand");
    });

    it("takes pods that may land on spot nodes for such pods", () => {
        const key = "karpenter.sh/capacity-type";
        const terms = requires([expression(key, "In", "on-demand")], [expression(key, "In", "spot")]);
        expect(capacityOf(terms)?.capacity).toBe("Spot");
    });

    it("takes pods with a share on demand for pods on spot nodes, which most of them are", () => {
        const [workload] = readFleet([deployment({})]).workloads;
        if (workload === undefined) throw new Error("there is no workload");
        const nodePool = { name: "agents", capacity: "SpotPreferred", onDemandShare: 20, noticeSeconds: 120 };
        expect(nodeCapacity(workload, { version: 1, nodePool })).toMatchObject({
            capacity: "Spot",
            noticeSeconds: 120,
            by: "node pool agents, with a share on demand",
        });
        expect(nodeCapacity(workload, { version: 1, nodePool: { capacity: "SpotPreferred" } })?.by).toBe(
            "the node pool, with a share on demand",
        );
    });

    it("is absent where nothing says it, and not known where a value is not", () => {
        for (const podSpec of [{}, { nodeSelector: {} }, { affinity: {} }, { nodeSelector: { a: "SPOT" } }]) {
            expect(capacityOf(podSpec)).toBeUndefined();
        }
        for (const podSpec of [
            { nodeSelector: { "cloud.google.com/gke-spot": unknown() } },
            { nodeSelector: unknown() },
            { affinity: unknown() },
            requires([expression("karpenter.sh/capacity-type", "In", unknown())]),
        ]) {
            expect(capacityOf(podSpec)?.capacity).toBeInstanceOf(Unknown);
        }
        const both = { nodeSelector: { "cloud.google.com/gke-spot": "true" }, affinity: unknown() };
        expect(capacityOf(both)?.capacity).toBe("Spot");
    });
});
