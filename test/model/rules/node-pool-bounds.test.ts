import { describe, expect, it } from "vitest";
import { nodePoolBounds } from "../../../model/rules/node-pool-bounds";
import { allFindings, findings } from "./support/findings";
import { eksNodeGroup, gkeNodePool } from "./support/node-pools";
import { secret, unknown } from "./support/objects";

describe("node-pool-bounds", () => {
    const eks = (scalingConfig: object) => findings(nodePoolBounds, eksNodeGroup({ scalingConfig }));
    const gke = (autoscaling: object) => findings(nodePoolBounds, gkeNodePool({ autoscaling }));

    it("is quiet for bounds in order, at the very numbers too", () => {
        expect(findings(nodePoolBounds, eksNodeGroup(), gkeNodePool())).toEqual([]);
        expect(eks({ minSize: 3, desiredSize: 3, maxSize: 3 })).toEqual([]);
        expect(gke({ minNodeCount: 1, maxNodeCount: 1 })).toEqual([]);
    });

    it("fires for a floor above the ceiling, with the numbers", () => {
        expect(eks({ minSize: 4, desiredSize: 4, maxSize: 3 })).toMatchObject([
            {
                severity: "error",
                message: "the floor 4 is above the ceiling 3",
                fix: "use a floor of 3 or less, or a ceiling of 4 or more",
                path: "scalingConfig.minSize",
                origin: { component: "spot", argument: "scalingConfig.minSize" },
                resource: { kind: "NodeGroup", name: "spot" },
            },
        ]);
        expect(gke({ totalMinNodeCount: 4, totalMaxNodeCount: 3 })).toHaveLength(1);
    });

    it("fires for a ceiling of 0, and for a size outside of the bounds", () => {
        expect(eks({ minSize: 0, desiredSize: 0, maxSize: 0 })).toMatchObject([
            { message: "the ceiling is 0, so no node can ever start" },
        ]);
        expect(eks({ minSize: 2, desiredSize: 1, maxSize: 3 })).toMatchObject([
            { message: "the size 1 is not between the floor 2 and the ceiling 3", fix: "start with 2 nodes" },
        ]);
        expect(eks({ minSize: 2, desiredSize: 4, maxSize: 3 })).toHaveLength(1);
    });

    it("fires for an autoscaled GKE pool without a ceiling, and for limits of both kinds", () => {
        expect(gke({ locationPolicy: "ANY" })).toMatchObject([
            { message: expect.stringContaining("no ceiling") as string },
        ]);
        expect(gke({ totalMinNodeCount: 0, totalMaxNodeCount: 5, maxNodeCount: 3 })).toMatchObject([
            { path: "autoscaling.maxNodeCount" },
        ]);
        expect(findings(nodePoolBounds, gkeNodePool({ autoscaling: undefined, nodeCount: 3 }))).toEqual([]);
    });

    it("notes bounds that are not known yet, and refuses those of another type", () => {
        expect(eks({ minSize: unknown(), desiredSize: 1, maxSize: secret() })).toMatchObject([
            { severity: "note", path: "scalingConfig.maxSize" },
            { severity: "note", path: "scalingConfig.minSize" },
        ]);
        const typed = allFindings(
            eksNodeGroup({ scalingConfig: { minSize: "0", desiredSize: 1, maxSize: 2 } }),
        );
        expect(typed.filter(({ id }) => id === "field-type")).toHaveLength(1);
    });
});
