import { describe, expect, it } from "vitest";
import { nodePoolSizeOwned } from "../../../model/rules/node-pool-size-owned";
import { findings } from "./support/findings";
import { eksNodeGroup, gkeNodePool } from "./support/node-pools";
import { secret, unknown } from "./support/objects";

describe("node-pool-size-owned", () => {
    const eks = (ignoreChanges: string[], scalingConfig = { minSize: 0, desiredSize: 1, maxSize: 20 }) =>
        findings(nodePoolSizeOwned, eksNodeGroup({ scalingConfig }, { ignoreChanges }));

    it("fires for an EKS group between two bounds whose size each apply writes", () => {
        expect(eks([])).toMatchObject([
            {
                severity: "warning",
                path: "scalingConfig.desiredSize",
                fix: expect.stringContaining('ignoreChanges: ["scalingConfig.desiredSize"]') as string,
            },
        ]);
        expect(eks(["scalingConfig.maxSize"])).toHaveLength(1);
        // Who has the group from the component cannot give options to it.
        expect(eks([])[0]?.fix).toContain("sizes: CreateOnly where EksSpotNodeGroup makes it");
    });

    it.each([
        "scalingConfig.desiredSize",
        'scalingConfig["desiredSize"]',
        "scalingConfig",
        "scalingConfig.*",
        "*",
    ])("is quiet where %s is ignored", (ignored) => {
        expect(eks([ignored])).toEqual([]);
    });

    it("is quiet for a group of a fixed size, and where the bounds are not known", () => {
        expect(eks([], { minSize: 3, desiredSize: 3, maxSize: 3 })).toEqual([]);
        const bounds = { minSize: 0, desiredSize: 1, maxSize: unknown() };
        expect(findings(nodePoolSizeOwned, eksNodeGroup({ scalingConfig: bounds }, {}))).toEqual([]);
    });

    it("fires for a size beside GKE's autoscaling, known or not, and for one at creation whose change replaces the pool", () => {
        const gke = (inputs: object, ignoreChanges: string[] = []) =>
            findings(
                nodePoolSizeOwned,
                gkeNodePool({ ignoreNodeCountChanges: false, ...inputs }, {}, { ignoreChanges }),
            );
        expect(gke({ nodeCount: 3 })).toMatchObject([{ path: "nodeCount" }]);
        expect(gke({ nodeCount: secret() })).toHaveLength(1);
        expect(gke({ initialNodeCount: 1 })).toMatchObject([{ path: "initialNodeCount" }]);
        expect(gke({ initialNodeCount: 1, ignoreNodeCountChanges: true })).toEqual([]);
        expect(gke({ initialNodeCount: 1 }, ["initialNodeCount"])).toEqual([]);
        expect(gke({ nodeCount: 3, autoscaling: undefined })).toEqual([]);
    });
});
