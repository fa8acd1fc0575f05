import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { resolveKarpenterNodePool } from "../../../model/aws";
import { karpenterProfile } from "../../../model/node-pool";

const SELECTORS = [{ id: "sg-0123" }];
const NODE_CLASS = {
    role: "agents-node",
    subnets: SELECTORS,
    securityGroups: SELECTORS,
    amiAlias: "al2023@v20261101",
};
const SPOT = karpenterProfile({ name: "agents", capacity: "Spot" });
const BOTH = karpenterProfile({ name: "agents" });
const ON_DEMAND = karpenterProfile({ name: "agents", capacity: "OnDemand" });
const AUTO = { role: "agents-node", subnets: SELECTORS, securityGroups: SELECTORS };

function refusals(args: object, name: unknown = "agents"): [string, string][] {
    const { declared, findings } = resolveKarpenterNodePool(name as string, {
        profile: SPOT,
        limits: { cpu: "200" },
        nodeClass: NODE_CLASS,
        ...args,
    });
    if (findings.length > 0 && declared.length > 0) throw new Error("objects beside errors");
    return findings.map(({ message, fix }) => [message, fix]);
}

const budget = (window: object): object => ({
    disruption: {
        budgets: [{ nodes: "10%" }, { nodes: "0", window: { ...WINDOW, ...window } }],
    },
});
const WINDOW = { start: "0 8 * * 1-5", durationSeconds: 3600, timeZone: "UTC" };
const profile = (more: object): object => ({ profile: { ...SPOT, ...more } });
const at = "disruption.budgets[1].window";

describe("a Karpenter pool that cannot work", () => {
    it.each<[string, object, string, string]>([
        [
            "without limits",
            { limits: {} },
            "limits limits nothing, and Karpenter buys a node for every pod that waits",
            'give at least one of cpu, memory and nodes, for example cpu: "200"',
        ],
        [
            "of spot nodes, with a profile that says on demand",
            { profile: ON_DEMAND, capacityTypes: ["spot", "on-demand"] },
            "capacityTypes is spot, on-demand, and the profile tells pods and prices that the nodes are OnDemand",
            "remove spot, or set profile.capacity to Spot",
        ],
        [
            "of no spot nodes, with a profile that says spot",
            { capacityTypes: ["on-demand"] },
            "capacityTypes is on-demand, and the profile tells pods and prices that the nodes are Spot",
            "add spot, or use a profile of on-demand nodes",
        ],
        [
            "of both kinds, whose types are given",
            { profile: BOTH, capacityTypes: ["spot"] },
            "capacityTypes is given, and a SpotPreferred pool has one NodePool of spot nodes and one on demand",
            "remove it",
        ],
        [
            "of no nodes",
            profile({ capacity: "Fargate" }),
            "profile.capacity is Fargate, which has no nodes",
            "use another capacity",
        ],
        [
            "whose pods are spread over a label that its nodes lack",
            { profile: { ...BOTH, spreadLabel: undefined } },
            "profile.spreadLabel is missing, and the pods would be spread over a label that nodes of Karpenter may not have",
            'use "agent-autoscaling/capacity-spread" for any share, or "karpenter.sh/capacity-type" for a half',
        ],
        [
            "whose share two values do not hold",
            { profile: { ...BOTH, spreadLabel: "karpenter.sh/capacity-type" } },
            "profile.onDemandShare is 20, and pods that are spread over the two values of karpenter.sh/capacity-type are half on each",
            'use 50, or "agent-autoscaling/capacity-spread" as profile.spreadLabel',
        ],
        [
            "whose spread label is Karpenter's",
            { profile: { ...BOTH, spreadLabel: "karpenter.sh/nodepool" } },
            "profile.spreadLabel is a label that Karpenter sets itself, and the API server refuses a NodePool that gives it",
            "choose a key of your own, for example example.com/pool",
        ],
        [
            "with a label that is Karpenter's",
            profile({ labels: { "karpenter.sh/nodepool": "agents" } }),
            'profile.labels["karpenter.sh/nodepool"] is a label that Karpenter sets itself, and the API server refuses a NodePool that gives it',
            "choose a key of your own, for example example.com/pool",
        ],
        [
            "with a label that is each node's own",
            profile({ labels: { "kubernetes.io/hostname": "agents" } }),
            'profile.labels["kubernetes.io/hostname"] is a label that Karpenter sets itself, and the API server refuses a NodePool that gives it',
            "choose a key of your own, for example example.com/pool",
        ],
        [
            "of both kinds that have one label",
            { profile: { ...BOTH, labels: { "karpenter.sh/capacity-type": "spot" } } },
            'profile.labels["karpenter.sh/capacity-type"] is the same on all nodes, and tells the two kinds of them apart',
            "remove it",
        ],
        [
            "of spot nodes of one type",
            { requirements: { instanceTypes: ["m7i.xlarge"] } },
            "requirements leave one type of instance, and when AWS takes its spot machines back there is no other",
            "allow several types of one size, for example the families m7i, m7a, m6i and m6a",
        ],
        [
            "that asks for more types than it leaves",
            {
                requirements: {
                    instanceFamilies: ["m7i", "m6i"],
                    instanceSizes: ["xlarge"],
                    minInstanceTypes: 3,
                },
            },
            "requirements.minInstanceTypes is 3, and of the types of instances the requirements leave 2, so that nothing is ever bought",
            "use 2 or less, or allow more types",
        ],
        [
            "that asks for more families than it leaves",
            { requirements: { instanceFamilies: ["m7i", "m7i"], minInstanceFamilies: 2 } },
            "requirements.minInstanceFamilies is 2, and of the families of instances the requirements leave 1, so that nothing is ever bought",
            "use 1 or less, or allow more families",
        ],
        [
            "of types with processors of ARM, for amd64",
            { requirements: { instanceTypes: ["m7g.xlarge", "c8gn.xlarge"] } },
            "requirements.instanceTypes is m7g.xlarge, c8gn.xlarge with processors of arm64, and architectures is amd64 by default, so that nothing is ever bought",
            "set architectures to arm64 if the agents' images are built for it, or choose instanceTypes of amd64",
        ],
        [
            "of a family with processors of ARM, for amd64, from which several types are asked for",
            { requirements: { instanceFamilies: ["m7g"], architectures: ["amd64"], minInstanceFamilies: 1 } },
            "requirements.instanceFamilies is m7g with processors of arm64, and architectures is amd64, so that nothing is ever bought",
            "set architectures to arm64 if the agents' images are built for it, or choose instanceFamilies of amd64",
        ],
        [
            "of families with processors of Intel, for arm64",
            { requirements: { instanceFamilies: ["m7i", "m7i-flex"], architectures: ["arm64"] } },
            "requirements.instanceFamilies is m7i, m7i-flex with processors of amd64, and architectures is arm64, so that nothing is ever bought",
            "set architectures to amd64 if the agents' images are built for it, or choose instanceFamilies of arm64",
        ],
        [
            "of spot nodes of one type beside one that is never bought",
            { requirements: { instanceTypes: ["m7i.xlarge", "m7g.xlarge"] } },
            "requirements leave one type of instance, and when AWS takes its spot machines back there is no other",
            "allow several types of one size, for example the families m7i, m7a, m6i and m6a",
        ],
        [
            "that asks for more families than it leaves of its processors",
            { requirements: { instanceFamilies: ["m7i", "m7g"], minInstanceFamilies: 2 } },
            "requirements.minInstanceFamilies is 2, and of the families of instances the requirements leave 1, so that nothing is ever bought",
            "use 1 or less, or allow more families",
        ],
        [
            "with a window in a zone that has daylight saving",
            budget({ timeZone: "Europe/Berlin" }),
            `${at}.start cannot be kept: the clock of Europe/Berlin is put forward and back, and the schedule is kept in UTC the whole year`,
            'use "UTC", with the hour that must hold in summer and in winter, or a zone without daylight saving',
        ],
        [
            "with a window of no whole minutes",
            budget({ durationSeconds: 3601 }),
            `${at}.durationSeconds is 3601, and Karpenter's windows last whole minutes`,
            "use 3660",
        ],
        [
            "with a window that does not end",
            { disruption: { budgets: [{ nodes: "0", window: { start: "0 8 * * *", timeZone: "UTC" } }] } },
            "disruption.budgets[0].window.durationSeconds is missing",
            "give durationSeconds",
        ],
        [
            "whose nodes wait without end for pods",
            { hasDoNotDisruptPods: true },
            "terminationGracePeriodSeconds is missing, and an expired node waits without end for pods that carry karpenter.sh/do-not-disrupt",
            "give as many seconds as the longest task may still take",
        ],
        [
            "without an image",
            { nodeClass: { ...NODE_CLASS, amiAlias: undefined } },
            "nodeClass.amiAlias is missing",
            'name an image with its version, for example "al2023@v20261101"',
        ],
        [
            "with an image that changes by itself",
            { nodeClass: { ...NODE_CLASS, amiAlias: "al2023@latest" } },
            "nodeClass.amiAlias is al2023@latest: on the day that AWS publishes an image, Karpenter replaces every node, and every agent on it starts again",
            'name a version, for example "al2023@v20261101", and change it when you mean to',
        ],
        [
            "with a role and an instance profile",
            { nodeClass: { ...NODE_CLASS, instanceProfile: "node" } },
            "nodeClass has role and instanceProfile",
            "keep exactly one of them",
        ],
        [
            "with a tag that is Karpenter's",
            { nodeClass: { ...NODE_CLASS, tags: { "karpenter.sh/nodepool": "a" } } },
            'nodeClass.tags["karpenter.sh/nodepool"] is a tag that Karpenter or EKS sets itself, and the node class is refused',
            "remove it",
        ],
        [
            "with a tag that is the cluster's",
            { nodeClass: { ...NODE_CLASS, tags: { "kubernetes.io/cluster/agents": "owned" } } },
            'nodeClass.tags["kubernetes.io/cluster/agents"] is a tag that Karpenter or EKS sets itself, and the node class is refused',
            "remove it",
        ],
        [
            "with two node classes",
            { nodeClassName: "usual" },
            "the arguments: has nodeClass and nodeClassName",
            "keep exactly one of them",
        ],
        [
            "of Auto Mode, whose nodes live too long",
            { flavor: "AutoMode", nodeClass: AUTO, expireAfterSeconds: 1_814_401 },
            "expireAfterSeconds is 1814401, and a node of EKS Auto Mode lives for 21 days at most",
            "use 1814400 or less",
        ],
        [
            "of Auto Mode, with an image",
            { flavor: "AutoMode", nodeClass: NODE_CLASS },
            "nodeClass.amiAlias is given, and the image of EKS Auto Mode's nodes is AWS' own",
            "remove it",
        ],
        [
            "of Auto Mode, with an instance profile",
            { flavor: "AutoMode", nodeClass: { ...AUTO, role: undefined, instanceProfile: "node" } },
            "nodeClass.instanceProfile is given, and a node class of EKS Auto Mode has a role",
            "give role instead",
        ],
        [
            "with a size that an update delivers",
            { limits: { cpu: output("200") } },
            "limits.cpu is an Output or a promise, whose value is not known before the program is applied",
            "give a plain value: what decides scale or money must be known in a preview",
        ],
    ])("is refused %s", (_what, args, message, fix) => {
        expect(refusals(args)).toEqual([[message, fix]]);
    });

    it.each([
        ["Agents", {}, 'name is "Agents", which the NodePool is called'],
        [5, {}, "name is not text"],
        ["a".repeat(64), {}, `name is "${"a".repeat(57)}...", which the NodePool is called`],
        [
            "a".repeat(54),
            { profile: BOTH },
            "name has 54 characters, and the name of a NodePool is a label of its nodes",
        ],
        [
            "general-purpose",
            { flavor: "AutoMode", nodeClass: AUTO },
            'name is "general-purpose", a NodePool that EKS Auto Mode owns and nobody can edit',
        ],
        [
            "default",
            { flavor: "AutoMode", nodeClass: AUTO },
            'name is "default", the node class that EKS Auto Mode owns',
        ],
    ])("is refused with the name %s", (name, args, message) => {
        expect(refusals(args, name).map(([said]) => said)).toEqual([message]);
    });

    it("says all that is wrong at once", () => {
        const args = {
            ...budget({ durationSeconds: 90, timeZone: "Europe/Berlin" }),
            limits: {},
            nodeClass: { ...NODE_CLASS, amiAlias: "al2023@latest" },
        };
        expect(refusals(args)).toHaveLength(4);
    });
});

describe("a Karpenter pool at the edge of what works", () => {
    it.each<[string, object, string]>([
        ["a window of one minute", budget({ durationSeconds: 60 }), "agents"],
        ["a window in a zone without daylight saving", budget({ timeZone: "Asia/Tokyo" }), "agents"],
        [
            "as many types as it asks for",
            { requirements: { instanceTypes: ["m7i.xlarge", "m7a.xlarge"], minInstanceTypes: 2 } },
            "agents",
        ],
        [
            "one type on demand",
            { profile: ON_DEMAND, requirements: { instanceTypes: ["m7i.xlarge"] } },
            "agents",
        ],
        [
            "nodes of Auto Mode that live for 21 days",
            { flavor: "AutoMode", nodeClass: AUTO, expireAfterSeconds: 1_814_400 },
            "agents",
        ],
        [
            "pods of Auto Mode that are not disrupted, for which AWS waits a day",
            { flavor: "AutoMode", nodeClass: AUTO, hasDoNotDisruptPods: true },
            "agents",
        ],
        [
            "pods that are not disrupted, and an end to it",
            { hasDoNotDisruptPods: true, terminationGracePeriodSeconds: 3600 },
            "agents",
        ],
        [
            "reserved nodes, which nobody takes away",
            { profile: ON_DEMAND, capacityTypes: ["reserved"] },
            "agents",
        ],
        [
            "Karpenter's label for a half",
            {
                profile: { ...BOTH, spreadLabel: "karpenter.sh/capacity-type", onDemandShare: 50 },
            },
            "agents",
        ],
        [
            "its nodes' label for how they are bought",
            profile({ labels: { "karpenter.sh/capacity-type": "spot" } }),
            "agents",
        ],
        [
            "types of ARM where it is said",
            { requirements: { instanceTypes: ["m7g.xlarge", "m6g.xlarge"], architectures: ["arm64"] } },
            "agents",
        ],
        [
            "types of both processors",
            {
                requirements: {
                    instanceTypes: ["m7g.xlarge", "m7i.xlarge"],
                    architectures: ["amd64", "arm64"],
                    minInstanceTypes: 2,
                },
            },
            "agents",
        ],
        [
            "families of which some are never bought",
            { requirements: { instanceFamilies: ["m7g", "m7i", "g5", "inf2"] } },
            "agents",
        ],
        ["the name general-purpose of one's own Karpenter", {}, "general-purpose"],
        ["the longest name", {}, "a".repeat(63)],
        ["the longest name of two", { profile: BOTH }, "a".repeat(53)],
    ])("may have %s", (_what, args, name) => {
        expect(refusals(args, name)).toEqual([]);
    });
});
