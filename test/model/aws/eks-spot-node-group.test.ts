import { describe, expect, it } from "vitest";
import type { Finding } from "../../../model";
import type { EksSpotNodeGroupArgs } from "../../../model/aws";
import { resolveEksSpotNodeGroup } from "../../../model/aws";
import { nodePools } from "../../../model/node-pool";

const TYPES = ["m7i.xlarge", "m7a.xlarge", "m6i.xlarge", "m5.xlarge"];

const SPOT: EksSpotNodeGroupArgs = {
    clusterName: "agents",
    nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
    subnetIds: ["subnet-a"],
    profile: nodePools.eksSpot({ name: "spot", instanceTypes: TYPES }),
    instanceTypes: TYPES,
    spot: { minSize: 0, maxSize: 20 },
};

const PLAIN_PROFILE = { name: "spot", capacity: "Spot", noticeSeconds: 120 } as const;

function findings(args: Partial<EksSpotNodeGroupArgs>): readonly Finding[] {
    return resolveEksSpotNodeGroup("spot", { ...SPOT, ...args }).findings;
}

function problems(args: Partial<EksSpotNodeGroupArgs>): (readonly [string | undefined, string])[] {
    return findings(args).map(({ path, severity }) => [path, severity]);
}

function taints(count: number, key = "k"): EksSpotNodeGroupArgs["profile"] {
    return {
        ...SPOT.profile,
        taints: Array.from({ length: count }, (_, index) => ({ key: `${key}${index}` })),
    };
}

describe("arguments of a pool of spot nodes", () => {
    it("are accepted as they are meant", () => {
        expect(findings({})).toEqual([]);
    });

    it("of the wrong form are refused by their paths, without a crash", () => {
        expect(
            problems({ spot: "many", instanceTypes: [], subnetIds: [] } as never).map(([path]) => path),
        ).toEqual(["subnetIds", "instanceTypes", "spot"]);
        expect(resolveEksSpotNodeGroup("spot", undefined as never).declared).toEqual([]);
    });

    it.each(["latest", "al2023@latest", "1.34", "1.34.1-latest"])(
        "names no release by %j",
        (releaseVersion) => {
            const [finding] = findings({ releaseVersion });
            expect(finding).toMatchObject({ path: "releaseVersion", severity: "error" });
            expect(finding?.fix).toContain("1.34.1-20261101");
        },
    );
});

describe("instance types", () => {
    it("of which there is one are refused, also when it is named twice", () => {
        const profile = PLAIN_PROFILE;
        expect(problems({ profile, instanceTypes: ["m7i.xlarge"] })).toEqual([["instanceTypes", "error"]]);
        expect(problems({ profile, instanceTypes: ["m7i.xlarge", "m7i.xlarge"] })).toEqual([
            ["instanceTypes", "error"],
        ]);
        expect(problems({ profile, instanceTypes: ["m7i.xlarge", "m7a.xlarge"] })).toEqual([]);
    });

    it.each([
        ["another number of vCPUs", "m7i.2xlarge", "8 vCPU, 32 GiB"],
        ["another memory", "r7i.xlarge", "4 vCPU, 32 GiB"],
        ["GPUs", "g5.xlarge", "4 vCPU, 16 GiB, 1 GPU"],
        ["another processor", "m7g.xlarge", "arm64"],
    ])("with %s are refused with the numbers", (_what, type, shape) => {
        const [finding] = findings({
            profile: PLAIN_PROFILE,
            instanceTypes: ["m7i.xlarge", "m7a.xlarge", type],
        });
        expect(finding).toMatchObject({ path: "instanceTypes[2]", severity: "error" });
        expect(finding?.message).toContain(`${type} (${shape})`);
    });

    it("that are in no table are noted, and the groups are made", () => {
        const args = { ...SPOT, profile: PLAIN_PROFILE, instanceTypes: [...TYPES, "m6a.xlarge"] };
        const { declared, findings: noted } = resolveEksSpotNodeGroup("spot", args);
        expect(noted).toMatchObject([{ path: "instanceTypes[4]", severity: "note" }]);
        expect(declared).toHaveLength(2);
    });

    it("of another processor are refused though they are in no table", () => {
        expect(problems({ profile: PLAIN_PROFILE, instanceTypes: ["m7i.xlarge", "m9g.xlarge"] })).toEqual([
            ["instanceTypes[1]", "error"],
        ]);
    });

    it("are those of the profile", () => {
        const profile = nodePools.eksSpot({ name: "spot", instanceTypes: ["c7i.xlarge", "c6i.xlarge"] });
        expect(problems({ profile })).toEqual([["profile.node.instanceType", "error"]]);
    });
});

describe("the profile", () => {
    it("is one of spot nodes", () => {
        const profile = nodePools.eksOnDemand({ name: "spot", instanceTypes: TYPES });
        expect(problems({ profile })).toEqual([["profile.capacity", "error"]]);
        expect(problems({ profile: { name: "spot" } })).toEqual([["profile.capacity", "error"]]);
    });

    it("promises the two minutes of EC2 and no more", () => {
        expect(problems({ profile: { ...PLAIN_PROFILE, noticeSeconds: 121 } })).toEqual([
            ["profile.noticeSeconds", "error"],
        ]);
        expect(problems({ profile: PLAIN_PROFILE })).toEqual([]);
    });

    it("has as many taints as EKS takes, with keys that it takes", () => {
        expect(problems({ profile: taints(50) })).toEqual([]);
        expect(problems({ profile: taints(51) })).toEqual([["profile.taints", "error"]]);
        const domain = "example.com/";
        const longest = domain.padEnd(62, "k");
        expect(problems({ profile: taints(1, longest) })).toEqual([]);
        expect(problems({ profile: taints(1, `${longest}k`) })).toEqual([["profile.taints[0].key", "error"]]);
    });

    it("keeps its labels", () => {
        const [key = ""] = Object.keys(SPOT.profile.labels ?? {});
        expect(problems({ labels: { [key]: "other" } })).toEqual([[`labels["${key}"]`, "error"]]);
        expect(problems({ labels: { team: "a" } })).toEqual([]);
    });
});

describe("sizes", () => {
    it("are in order, at the very number", () => {
        expect(problems({ spot: { minSize: 3, maxSize: 3 } })).toEqual([]);
        expect(problems({ spot: { minSize: 4, maxSize: 3 } })).toEqual([["spot.minSize", "error"]]);
        expect(problems({ onDemandBase: { minSize: 2, maxSize: 1 } })).toEqual([
            ["onDemandBase.minSize", "error"],
        ]);
    });

    it("start between floor and ceiling", () => {
        const bounds = { minSize: 2, maxSize: 4 };
        expect(problems({ spot: { ...bounds, desiredSize: 2 } })).toEqual([]);
        expect(problems({ spot: { ...bounds, desiredSize: 4 } })).toEqual([]);
        expect(problems({ spot: { ...bounds, desiredSize: 1 } })).toEqual([["spot.desiredSize", "error"]]);
        expect(problems({ spot: { ...bounds, desiredSize: 5 } })).toEqual([["spot.desiredSize", "error"]]);
    });

    it("have a ceiling above 0", () => {
        expect(problems({ spot: { minSize: 0, maxSize: 0 } })).toEqual([["spot.maxSize", "error"]]);
    });
});

describe("a warm pool", () => {
    const onDemandBase = { minSize: 1, maxSize: 4 };

    it("is for the base alone", () => {
        expect(problems({ warmPool: {} })).toEqual([["warmPool", "error"]]);
        expect(problems({ warmPool: {}, onDemandBase })).toEqual([]);
    });

    it("keeps no more than it may hold", () => {
        const warmPool = { minSize: 3, maxGroupPreparedCapacity: 3 };
        expect(problems({ warmPool, onDemandBase })).toEqual([]);
        expect(problems({ warmPool: { ...warmPool, minSize: 4 }, onDemandBase })).toEqual([
            ["warmPool.minSize", "error"],
        ]);
    });

    it("takes no Bottlerocket nodes back", () => {
        const warmPool = { reuseOnScaleIn: true };
        expect(problems({ warmPool, onDemandBase })).toEqual([]);
        expect(problems({ warmPool, onDemandBase, system: "Bottlerocket" })).toEqual([
            ["warmPool.reuseOnScaleIn", "error"],
        ]);
    });
});
