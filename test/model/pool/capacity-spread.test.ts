import { describe, expect, it } from "vitest";
import type { AutoscaledAgentPoolArgs } from "../../../model/pool";
import { WORKER, changed, refusals, resolved } from "./support/pools";

const BOTH = { name: "agents", capacity: "SpotPreferred" };

const placed = (nodePool: object, more: object = {}, provider?: string): AutoscaledAgentPoolArgs =>
    changed(changed(WORKER, ["placement"], { nodePool, ...more }), ["platform"], provider && { provider });

describe("pods of nodes of both kinds", () => {
    it.each([
        ["eks", "eks.amazonaws.com/capacityType"],
        ["eks-auto", "karpenter.sh/capacity-type"],
        ["gke", "cloud.google.com/gke-provisioning"],
    ])("are spread on %s by the label of its own nodes, and a half is on demand", (provider, label) => {
        const pool = resolved(placed(BOTH, {}, provider));
        expect(pool.placement).toMatchObject({
            capacitySpread: label,
            nodePool: { ...BOTH, onDemandShare: 50 },
        });
        expect(pool.values).toContainEqual({
            path: "placement.nodePool.onDemandShare",
            value: 50,
            source: "default",
            reason: "pods that are spread evenly over two kinds of nodes are half on each",
        });
    });

    it("are spread by the label that is named, in the share that its values have", () => {
        const nodePool = { ...BOTH, onDemandShare: 20, spreadLabel: "example.com/spread" };
        for (const provider of [undefined, "generic", "gke-autopilot", "eks"]) {
            expect(resolved(placed(nodePool, {}, provider)).placement).toMatchObject({
                capacitySpread: "example.com/spread",
                nodePool,
            });
        }
    });

    it("are not spread where all nodes are of one kind", () => {
        for (const capacity of ["Spot", "OnDemand", undefined]) {
            const nodePool = { name: "agents", ...(capacity === undefined ? {} : { capacity }) };
            const { placement } = resolved(placed(nodePool, {}, "eks"));
            expect(placement).not.toHaveProperty("capacitySpread");
            expect(placement?.nodePool).toEqual(nodePool);
        }
    });

    const share = (onDemandShare: number, spreadLabel?: string): object => ({
        ...BOTH,
        onDemandShare,
        ...(spreadLabel === undefined ? {} : { spreadLabel }),
    });
    const at = "placement.nodePool";

    it.each([
        [
            "no label that is known",
            placed(BOTH),
            `${at}.spreadLabel is missing, and the platform's provider is none whose label for spot nodes is known`,
            "name the label whose values tell spot nodes from nodes on demand, or give platform.provider",
        ],
        [
            "a share that two values do not hold",
            placed(share(20), {}, "gke"),
            `${at}.onDemandShare is 20, and pods that are spread over the two values of cloud.google.com/gke-provisioning are half on each`,
            "use 50, or give a spreadLabel of which nodes on demand have 20 % of the values",
        ],
        [
            "a share that two values do not hold, by a label that is named",
            placed(share(51, "karpenter.sh/capacity-type"), {}, "eks"),
            `${at}.onDemandShare is 51, and pods that are spread over the two values of karpenter.sh/capacity-type are half on each`,
            "use 50, or give a spreadLabel of which nodes on demand have 51 % of the values",
        ],
        [
            "a share below a tenth",
            placed(share(9), {}, "eks"),
            `${at}.onDemandShare is 9, below 10`,
            "use 10 or more",
        ],
        [
            "pods that are kept on one value",
            placed(BOTH, { nodeSelector: { "eks.amazonaws.com/capacityType": "SPOT" } }, "eks"),
            'placement.nodeSelector["eks.amazonaws.com/capacityType"] keeps the pods on one value of the label over which they are to be spread',
            "remove it, or use a capacity of OnDemand or Spot",
        ],
        [
            "nodes that all have one value",
            placed({ ...BOTH, labels: { "eks.amazonaws.com/capacityType": "SPOT" } }, {}, "eks"),
            `${at}.labels["eks.amazonaws.com/capacityType"] keeps all nodes of the profile on one value of the label over which they are to be spread`,
            "remove it, or use a capacity of OnDemand or Spot",
        ],
        [
            "a share of nodes of one kind",
            placed({ name: "agents", capacity: "Spot", onDemandShare: 50 }),
            `${at}.onDemandShare says nothing about nodes whose capacity is Spot: they are all of one kind`,
            "set capacity to SpotPreferred, or remove onDemandShare",
        ],
        [
            "a label for nodes of one kind",
            placed({ name: "agents", spreadLabel: "example.com/spread" }),
            `${at}.spreadLabel says nothing about nodes whose capacity is OnDemand: they are all of one kind`,
            "set capacity to SpotPreferred, or remove spreadLabel",
        ],
    ])("refuses %s", (_what, args, message, fix) => {
        expect(refusals(args).map((error) => [error.message, error.fix])).toEqual([[message, fix]]);
    });

    it("takes a half, which two values hold", () => {
        expect(resolved(placed(share(50), {}, "eks")).placement?.nodePool?.onDemandShare).toBe(50);
    });
});
