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

    it.each([
        "m7i-flex.large",
        "u-6tb1.metal",
        "u7in-16tb.224xlarge",
        "p6-b200.48xlarge",
        "mac2-m1ultra.metal",
        "mac-m4pro.metal",
        "x2iedn.metal",
        "m7i.metal-24xl",
        "t4g.nano",
        "t3.2xlarge",
        "c6i.10xlarge",
    ])("may be %s, which EC2 has though no table has it", (type) => {
        const args = { profile: PLAIN_PROFILE, instanceTypes: [type, "m7i.xlarge"] };
        expect(findings(args).filter(({ message }) => message.includes("not the name"))).toEqual([]);
    });

    it.each([
        "bogus",
        "m7i.2xlargee",
        "m7i.1xlarge",
        "m7i.0xlarge",
        "m7i.02xlarge",
        "m7i.",
        ".xlarge",
        "m7i.xlarge.",
        "m.xlarge",
        "7i.xlarge",
        "m7i.metal-24xlarge",
        "m7i.metal-0xl",
        "M7i.xlarge",
        "m7i-.xlarge",
        "n2-standard-4",
    ])("is not %j, of which EC2 has neither family nor size", (type) => {
        const [finding, ...others] = findings({
            profile: PLAIN_PROFILE,
            instanceTypes: ["m7i.xlarge", type],
        });
        expect(others).toEqual([]);
        expect(finding).toMatchObject({ path: "instanceTypes[1]", severity: "error" });
        expect(finding?.message).toContain("is not the name of an EC2 instance type");
        expect(finding?.fix).toContain("m7i.xlarge");
    });

    it("that are in no table and of another size are doubtful, and the groups are made", () => {
        const args = { ...SPOT, profile: PLAIN_PROFILE, instanceTypes: [...TYPES, "m6a.2xlarge"] };
        const { declared, findings: doubted } = resolveEksSpotNodeGroup("spot", args);
        expect(doubted).toMatchObject([{ path: "instanceTypes[4]", severity: "warning" }]);
        expect(doubted[0]?.message).toContain("m6a.2xlarge");
        expect(doubted[0]?.fix).toContain("the size xlarge");
        expect(declared).toHaveLength(2);
        // None of them is in the table: the first one is what the others are held against.
        expect(problems({ profile: PLAIN_PROFILE, instanceTypes: ["i8g.metal", "i8g.metal-48xl"] })).toEqual([
            ["instanceTypes[0]", "note"],
            ["instanceTypes[1]", "warning"],
        ]);
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

describe("labels", () => {
    const key = (length: number): string => "example.com/".padEnd(length, "k");

    it.each([
        ["kubernetes.io/", "node-role.kubernetes.io/agents"],
        ["k8s.io/", "k8s.io/role"],
        ["eks.amazonaws.com/", "eks.amazonaws.com/nodegroup"],
    ])("have no %s in their keys, those of the profile as those beside it", (reserved, label) => {
        const [own] = findings({ labels: { [label]: "a" } });
        expect(own).toMatchObject({ path: `labels["${label}"]`, severity: "error" });
        expect(own?.message).toContain(`has ${reserved} in its key`);
        expect(problems({ profile: { ...PLAIN_PROFILE, labels: { [label]: "a" } } })).toEqual([
            [`profile.labels["${label}"]`, "error"],
        ]);
        expect(problems({ labels: { "kubernetes.io": "a", "k8s.io": "a" } })).toEqual([]);
    });

    it("have keys that EKS takes, at the very letter, and a value", () => {
        expect(problems({ labels: { [key(63)]: "a" } })).toEqual([]);
        const [long] = findings({ labels: { [key(64)]: "a" } });
        expect(long?.message).toContain("has a key of 64 characters, and EKS takes 63");
        expect(problems({ labels: { team: "" } })).toEqual([["labels.team", "error"]]);
        expect(problems({ profile: { ...PLAIN_PROFILE, labels: { team: "" } } })).toEqual([
            ["profile.labels.team", "error"],
        ]);
    });

    it("fit the tags by which Cluster Autoscaler learns of them, of which Auto Scaling takes 128 characters", () => {
        const { declared } = resolveEksSpotNodeGroup("spot", { ...SPOT, labels: { [key(63)]: "a" } });
        const keys = declared.flatMap(
            ({ object }) => (object["tag"] as { key: string } | undefined)?.key ?? [],
        );
        expect(keys.some((each) => each.endsWith(key(63)))).toBe(true);
        expect(Math.max(...keys.map((each) => each.length))).toBeLessThanOrEqual(128);
    });
});

describe("names", () => {
    const named = (name: unknown, args: Partial<EksSpotNodeGroupArgs> = {}) =>
        resolveEksSpotNodeGroup(name as string, { ...SPOT, ...args }).findings;

    it("of the groups have the letters that EKS takes, with Pulumi's own eight and those of the base", () => {
        const onDemandBase = { minSize: 1, maxSize: 2 };
        expect(named("a".repeat(55))).toEqual([]);
        expect(named("a".repeat(56))).toMatchObject([{ path: "name", fix: "use 55 or fewer" }]);
        expect(named("a".repeat(50), { onDemandBase })).toEqual([]);
        expect(named("a".repeat(51), { onDemandBase })).toMatchObject([{ fix: "use 50 or fewer" }]);
    });

    it.each(["spot nodes", "-spot", "_spot", "spot.nodes", "", "spöt"])("are not %j", (name) => {
        expect(named(name)).toMatchObject([{ path: "name", severity: "error" }]);
    });

    it("are text", () => {
        expect(named(undefined)).toMatchObject([{ path: "name", severity: "error" }]);
        expect(named("Spot_nodes-1")).toEqual([]);
    });

    it("of the cluster are what EKS takes, at the very letter", () => {
        expect(problems({ clusterName: "a".repeat(100) })).toEqual([]);
        for (const clusterName of ["a".repeat(101), "my cluster", "-agents", "agents.eu"]) {
            expect(problems({ clusterName })).toEqual([["clusterName", "error"]]);
        }
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

describe("who owns the sizes", () => {
    const workday = { start: "0 8 * * 1-5", end: "0 19 * * 1-5", timeZone: "Europe/Berlin", minSize: 5 };
    const schedules = [{ name: "workday", ...workday }];

    it("is either the updates or the schedules, whose floor an update would put back", () => {
        const [finding, ...others] = findings({ sizes: "Managed", schedules });
        expect(others).toEqual([]);
        expect(finding).toMatchObject({ path: "sizes", severity: "error" });
        expect(finding?.message).toContain("writes the floor");
        expect(finding?.fix).toContain("use CreateOnly");
    });

    it("is one of them alone", () => {
        expect(problems({ sizes: "Managed" })).toEqual([]);
        expect(problems({ sizes: "Managed", schedules: [] })).toEqual([]);
        expect(problems({ sizes: "CreateOnly", schedules })).toEqual([]);
        expect(problems({ schedules })).toEqual([]);
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
