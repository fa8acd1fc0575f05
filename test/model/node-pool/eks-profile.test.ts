import { describe, expect, it } from "vitest";
import { NODE_POOL_PROFILE_SHAPE, checkShape } from "../../../model";
import { nodePools } from "../../../model/node-pool";

const TYPES = ["m7i.xlarge", "m7a.xlarge", "m6i.xlarge", "m5.xlarge"];
const KEY = "agent-autoscaling/node-pool";

describe("the profile of a pool of EKS nodes", () => {
    it("has a label and a taint of its own, the two minutes of EC2 Spot, and what a node offers", () => {
        expect(nodePools.eksSpot({ name: "spot", instanceTypes: TYPES })).toEqual({
            name: "spot",
            labels: { [KEY]: "spot" },
            taints: [{ key: KEY, value: "spot", effect: "NoSchedule" }],
            capacity: "Spot",
            noticeSeconds: 120,
            node: { cpu: "3920m", memory: "14162Mi", pods: 58, instanceType: "m7a.xlarge" },
        });
    });

    it("on demand has no notice", () => {
        const profile = nodePools.eksOnDemand({ name: "base", instanceTypes: TYPES });
        expect(profile.capacity).toBe("OnDemand");
        expect(profile).not.toHaveProperty("noticeSeconds");
    });

    it("has no taint where none is wanted", () => {
        expect(
            nodePools.eksOnDemand({ name: "base", instanceTypes: TYPES, taint: false }),
        ).not.toHaveProperty("taints");
    });

    it("says nothing of a node of types that are in no table, and takes what it is told", () => {
        const args = { name: "spot", instanceTypes: [...TYPES, "m6a.xlarge"] };
        expect(nodePools.eksSpot(args)).not.toHaveProperty("node");
        const node = { cpu: "3900m", memory: "14Gi" };
        expect(nodePools.eksSpot({ ...args, node }).node).toEqual(node);
    });

    it("is a profile that a pool's placement takes", () => {
        for (const make of [nodePools.eksSpot, nodePools.eksOnDemand]) {
            const profile = make({ name: "spot", instanceTypes: TYPES });
            expect(checkShape(profile, NODE_POOL_PROFILE_SHAPE)).toEqual([]);
        }
    });
});
