import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { KarpenterNodePoolArgs } from "../../../model/aws";
import { resolveKarpenterNodePool } from "../../../model/aws";
import { Unknown, valueAt } from "../../../model/declared";
import { readFleet } from "../../../model/fleet";
import { karpenterProfile } from "../../../model/node-pool";
import { RULES, check } from "../../../model/rules";

type Args = Partial<KarpenterNodePoolArgs>;

const SELECTORS = [{ tags: { "karpenter.sh/discovery": "agents" } }];
const NODE_CLASS = {
    role: "agents-node",
    subnets: SELECTORS,
    securityGroups: [{ id: "sg-0123" }],
    amiAlias: "al2023@v20261101",
};
const ON_DEMAND = karpenterProfile({ name: "agents", capacity: "OnDemand" });
const SPOT = karpenterProfile({ name: "agents", capacity: "Spot" });

function objects(args: Args, name = "agents") {
    const { declared, findings } = resolveKarpenterNodePool(name, {
        profile: ON_DEMAND,
        limits: { cpu: "200" },
        nodeClass: NODE_CLASS,
        ...args,
    });
    if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join("\n"));
    return declared;
}

const nodePool = (args: Args) => objects(args).find(({ role }) => role === "node-pool")?.object;
const nodeClass = (more: object, args: Args = {}): unknown =>
    objects({ ...args, nodeClass: { ...NODE_CLASS, ...more } }).find(({ role }) => role === "node-class")
        ?.object["spec"];
const requirements = (args: Args): unknown =>
    valueAt(nodePool(args), ["spec", "template", "spec", "requirements"]);
const oneOf = (key: string, ...values: string[]): object => ({ key, operator: "In", values });

describe("a Karpenter pool on demand", () => {
    it("is a node class and a NodePool with the profile's labels and taints", () => {
        expect(objects({}).map(({ object }) => object)).toEqual([
            {
                apiVersion: "karpenter.k8s.aws/v1",
                kind: "EC2NodeClass",
                metadata: { name: "agents", labels: {} },
                spec: {
                    role: "agents-node",
                    subnetSelectorTerms: SELECTORS,
                    securityGroupSelectorTerms: [{ id: "sg-0123" }],
                    amiSelectorTerms: [{ alias: "al2023@v20261101" }],
                    metadataOptions: {
                        httpEndpoint: "enabled",
                        httpProtocolIPv6: "disabled",
                        httpPutResponseHopLimit: 1,
                        httpTokens: "required",
                    },
                },
            },
            {
                apiVersion: "karpenter.sh/v1",
                kind: "NodePool",
                metadata: { name: "agents", labels: {} },
                spec: {
                    template: {
                        metadata: { labels: { "agent-autoscaling/node-pool": "agents" } },
                        spec: {
                            nodeClassRef: {
                                group: "karpenter.k8s.aws",
                                kind: "EC2NodeClass",
                                name: "agents",
                            },
                            requirements: [
                                oneOf("karpenter.sh/capacity-type", "on-demand"),
                                oneOf("karpenter.k8s.aws/instance-category", "c", "m", "r"),
                                oneOf("kubernetes.io/arch", "amd64"),
                                oneOf("kubernetes.io/os", "linux"),
                            ],
                            taints: [
                                { key: "agent-autoscaling/node-pool", value: "agents", effect: "NoSchedule" },
                            ],
                        },
                    },
                    limits: { cpu: "200" },
                    disruption: {
                        consolidationPolicy: "WhenEmptyOrUnderutilized",
                        consolidateAfter: "5m",
                        budgets: [{ nodes: "10%" }],
                    },
                },
            },
        ]);
    });

    it("says of a place which argument decided it", () => {
        const [, pool] = objects({});
        const spec = ["spec", "template", "spec"];
        expect(pool?.origin([...spec, "taints", 0, "key"])).toEqual({ argument: "profile.taints[0].key" });
        expect(pool?.origin(["spec", "limits", "cpu"])).toEqual({ argument: "limits.cpu" });
        expect(pool?.origin([...spec, "requirements", 1])).toEqual({ argument: "requirements" });
    });

    it("has all that is given, in Karpenter's words", () => {
        const pool = nodePool({
            limits: { cpu: "200", memory: "800Gi", nodes: 30 },
            requirements: {
                instanceFamilies: ["m7i", "m6i", "m7i"],
                instanceSizes: ["xlarge"],
                minGeneration: 6,
                architectures: ["arm64", "amd64"],
                zones: ["eu-west-1a"],
                minInstanceFamilies: 2,
            },
            expireAfterSeconds: 604_800,
            terminationGracePeriodSeconds: 5400,
            weight: 10,
            labels: { team: "a" },
            disruption: { consolidationPolicy: "WhenEmpty", consolidateAfterSeconds: 90 },
        });
        expect(pool?.metadata["labels"]).toEqual({ team: "a" });
        expect(pool?.["spec"]).toMatchObject({
            limits: { cpu: "200", memory: "800Gi", nodes: "30" },
            weight: 10,
            disruption: { consolidationPolicy: "WhenEmpty", consolidateAfter: "90s" },
            template: {
                spec: {
                    expireAfter: "168h",
                    terminationGracePeriod: "90m",
                    requirements: [
                        oneOf("karpenter.sh/capacity-type", "on-demand"),
                        { ...oneOf("karpenter.k8s.aws/instance-family", "m7i", "m6i"), minValues: 2 },
                        oneOf("karpenter.k8s.aws/instance-size", "xlarge"),
                        { key: "karpenter.k8s.aws/instance-generation", operator: "Gt", values: ["5"] },
                        oneOf("kubernetes.io/arch", "arm64", "amd64"),
                        oneOf("kubernetes.io/os", "linux"),
                        oneOf("topology.kubernetes.io/zone", "eu-west-1a"),
                    ],
                },
            },
        });
    });

    it("takes a node class that is there, and identities that are not known yet", () => {
        const args = { nodeClass: undefined, nodeClassName: output("usual") } as unknown as Args;
        const declared = objects(args);
        expect(declared.map(({ role }) => role)).toEqual(["node-pool"]);
        expect(
            valueAt(declared[0]?.object, ["spec", "template", "spec", "nodeClassRef", "name"]),
        ).toBeInstanceOf(Unknown);
        const subnets = [{ tags: { cluster: output("agents") } }];
        expect(valueAt(nodeClass({ subnets }), ["subnetSelectorTerms", 0, "tags", "cluster"])).toBeInstanceOf(
            Unknown,
        );
    });
});

describe("a Karpenter pool of spot nodes", () => {
    it("leaves at least five types to choose from, or all where there are fewer", () => {
        const least = (more: object): unknown =>
            (
                requirements({ profile: SPOT, requirements: more }) as { key: string; minValues?: number }[]
            ).find(({ key }) => key === "node.kubernetes.io/instance-type");
        const type = "node.kubernetes.io/instance-type";
        expect(least({})).toEqual({ key: type, operator: "Exists", minValues: 5 });
        expect(least({ minInstanceTypes: 15 })).toEqual({ key: type, operator: "Exists", minValues: 15 });
        expect(least({ instanceTypes: ["m7i.xlarge", "m7a.xlarge"] })).toEqual({
            ...oneOf(type, "m7i.xlarge", "m7a.xlarge"),
            minValues: 2,
        });
        expect(least({ instanceFamilies: ["m7i", "m6i", "m7a"], instanceSizes: ["xlarge"] })).toMatchObject({
            minValues: 3,
        });
    });

    it("falls back to nodes on demand where it may", () => {
        expect(requirements({ profile: SPOT, capacityTypes: ["spot", "on-demand"] })).toContainEqual(
            oneOf("karpenter.sh/capacity-type", "spot", "on-demand"),
        );
    });
});

describe("a Karpenter pool of both kinds", () => {
    const both = (more: object) =>
        objects({ profile: { ...karpenterProfile({ name: "agents" }), ...more } }).flatMap(({ object }) =>
            object.kind === "NodePool"
                ? [[object.metadata["name"], valueAt(object, ["spec", "template", "spec", "requirements"])]]
                : [],
        );

    it("is two NodePools, whose nodes divide the values of the spread label by the share", () => {
        const [spot, onDemand] = both({});
        expect(spot?.[0]).toBe("agents");
        expect(spot?.[1]).toEqual(
            expect.arrayContaining([
                oneOf("karpenter.sh/capacity-type", "spot"),
                oneOf("agent-autoscaling/capacity-spread", "2", "3", "4", "5"),
                { key: "node.kubernetes.io/instance-type", operator: "Exists", minValues: 5 },
            ]),
        );
        expect(onDemand?.[0]).toBe("agents-on-demand");
        expect(onDemand?.[1]).toEqual([
            oneOf("karpenter.sh/capacity-type", "on-demand"),
            oneOf("agent-autoscaling/capacity-spread", "1"),
            oneOf("karpenter.k8s.aws/instance-category", "c", "m", "r"),
            oneOf("kubernetes.io/arch", "amd64"),
            oneOf("kubernetes.io/os", "linux"),
        ]);
    });

    it("needs no values where Karpenter's own label tells the two apart", () => {
        const pools = both({ spreadLabel: "karpenter.sh/capacity-type", onDemandShare: 50 });
        expect(JSON.stringify(pools)).not.toContain("capacity-spread");
        expect(pools).toHaveLength(2);
    });
});

describe("windows of a disruption budget", () => {
    const budgets = (...given: object[]): unknown =>
        valueAt(nodePool({ disruption: { budgets: given as never } }), ["spec", "disruption", "budgets"]);
    const window = { start: "30 8 * * 1-5", durationSeconds: 37_800, timeZone: "Asia/Tokyo" };

    it("are kept in UTC, and outside of them what is usual holds", () => {
        expect(budgets({ nodes: "0", reasons: ["Underutilized", "Drifted"], window })).toEqual([
            {
                nodes: "0",
                reasons: ["Underutilized", "Drifted"],
                schedule: "30 23 * * 0-4",
                duration: "630m",
            },
            { nodes: "10%" },
        ]);
    });

    it("need nothing beside them where another budget always holds", () => {
        expect(budgets({ nodes: "0", window: { ...window, durationSeconds: 7200 } }, { nodes: "2" })).toEqual(
            [{ nodes: "0", schedule: "30 23 * * 0-4", duration: "2h" }, { nodes: "2" }],
        );
    });
});

describe("node classes", () => {
    it("give the disk to what the image family keeps images and logs on", () => {
        const gp3 = (deviceName: string, volumeSize: string): object => ({
            deviceName,
            ebs: { volumeSize, volumeType: "gp3", encrypted: true },
        });
        expect(nodeClass({ diskGib: 100 })).toMatchObject({
            blockDeviceMappings: [gp3("/dev/xvda", "100Gi")],
        });
        expect(nodeClass({ diskGib: 100, amiAlias: "bottlerocket@v1.50.0" })).toMatchObject({
            blockDeviceMappings: [gp3("/dev/xvda", "4Gi"), gp3("/dev/xvdb", "100Gi")],
        });
    });

    it("have an instance profile instead of a role, and tags", () => {
        const spec = nodeClass({ role: undefined, instanceProfile: "node", tags: { team: "a" } });
        expect(spec).toMatchObject({ instanceProfile: "node", tags: { team: "a" } });
        expect(spec).not.toHaveProperty("role");
    });

    it("of Auto Mode are AWS' own kind, without an image", () => {
        const args: Args = {
            flavor: "AutoMode",
            requirements: { instanceCategories: ["c"], instanceSizes: ["xlarge"], minGeneration: 5 },
        };
        expect(nodeClass({ amiAlias: undefined, diskGib: 120 }, args)).toEqual({
            role: "agents-node",
            subnetSelectorTerms: SELECTORS,
            securityGroupSelectorTerms: [{ id: "sg-0123" }],
            ephemeralStorage: { size: "120Gi" },
        });
        const [made, pool] = objects({ ...args, nodeClass: { ...NODE_CLASS, amiAlias: undefined } as never });
        expect(made?.type).toBe("kubernetes:eks.amazonaws.com/v1:NodeClass");
        expect(valueAt(pool?.object, ["spec", "template", "spec"])).toMatchObject({
            nodeClassRef: { group: "eks.amazonaws.com", kind: "NodeClass", name: "agents" },
            requirements: [
                oneOf("karpenter.sh/capacity-type", "on-demand"),
                oneOf("eks.amazonaws.com/instance-category", "c"),
                oneOf("eks.amazonaws.com/instance-size", "xlarge"),
                { key: "eks.amazonaws.com/instance-generation", operator: "Gt", values: ["4"] },
                oneOf("kubernetes.io/arch", "amd64"),
            ],
        });
    });
});

it("passes the rules of every profile, whatever its capacity", () => {
    const made = (["OnDemand", "Spot", "SpotPreferred"] as const).flatMap((capacity) =>
        objects({ profile: karpenterProfile({ name: "agents", capacity }) }),
    );
    expect(check(readFleet(made), RULES, { today: "2026-11-24" })).toEqual([]);
});
