import { output, secret } from "@pulumi/pulumi";
import type { Output } from "@pulumi/pulumi";
import { afterEach, describe, expect, it } from "vitest";
import type { GkeSpotNodePoolArgs } from "../../../components/gcp";
import { GkeNodeImage, GkeNodeSandbox, GkeSpotNodePool } from "../../../components/gcp";
import { refuseBy } from "../../../components/refuse";
import { nodePools } from "../../../index";
import type { Finding } from "../../../model";
import { HAS_PROVIDER_SCHEMAS, hasInput, schemaProblems } from "../support/provider-schema";
import type { Recorded } from "../support/record";
import { record } from "../support/record";

const POOL = "gcp:container/nodePool:NodePool";
const ARGS: GkeSpotNodePoolArgs = {
    cluster: "agents",
    location: "europe-west3",
    profile: nodePools.gkeSpot({ name: "research", machineType: "n4-standard-4" }),
    spot: { totalMinNodeCount: 0, totalMaxNodeCount: 20 },
};
const BASE = { onDemandBase: { totalMinNodeCount: 1, totalMaxNodeCount: 4 } };
const EVERYTHING: GkeSpotNodePoolArgs = {
    ...ARGS,
    ...BASE,
    project: "acme-agents",
    nodeLocations: ["europe-west3-a", "europe-west3-b"],
    profile: nodePools.gkeSpot({ name: "gpu", machineType: "g2-standard-4", shutdownGraceSeconds: 120 }),
    machineType: "g2-standard-4",
    locationPolicy: "BALANCED",
    criticalGraceSeconds: 10,
    image: GkeNodeImage.ContainerOptimized,
    imageStreaming: true,
    sandbox: GkeNodeSandbox.Gvisor,
    accelerator: { type: "nvidia-l4", count: 1 },
    upgrade: { maxSurge: 2, maxUnavailable: 1 },
    drain: { graceSeconds: 600, budgetSeconds: 3600 },
    scheduled: true,
    resourceLabels: { team: "research" },
    platform: { kubernetesVersion: "1.35" },
};

function recorded(args: GkeSpotNodePoolArgs = ARGS): Promise<Recorded[]> {
    return record((opts) => new GkeSpotNodePool("research", args, opts));
}

async function poolOf(args: GkeSpotNodePoolArgs, name = "research"): Promise<Recorded | undefined> {
    return (await recorded(args)).find((each) => each.type === POOL && each.name === name);
}

async function nodesOf(args: GkeSpotNodePoolArgs, name?: string): Promise<Record<string, unknown>> {
    return (await poolOf(args, name))?.inputs["nodeConfig"] as Record<string, unknown>;
}

describe("GkeSpotNodePool", () => {
    it("is an account for the nodes, its role, the spot pool and its base", async () => {
        const seen = await recorded({ ...ARGS, ...BASE });
        expect(
            seen.slice(1).map(({ type, name, parent, dependsOn }) => [type, name, parent, dependsOn]),
        ).toEqual([
            ["gcp:serviceaccount/account:Account", "research-account", "research", []],
            ["gcp:projects/iAMMember:IAMMember", "research-account-role", "research", []],
            [POOL, "research", "research", ["research-account-role"]],
            [POOL, "research-base", "research", ["research-account-role"]],
        ]);
    });

    it("scales spot in total over all zones, and leaves the number to the autoscaler", async () => {
        expect((await poolOf(ARGS))?.inputs).toEqual({
            cluster: "agents",
            location: "europe-west3",
            autoscaling: { totalMinNodeCount: 0, totalMaxNodeCount: 20, locationPolicy: "ANY" },
            ignoreNodeCountChanges: true,
            management: { autoRepair: true, autoUpgrade: true },
            upgradeSettings: { strategy: "SURGE", maxSurge: 1, maxUnavailable: 0 },
            nodeConfig: {
                spot: true,
                machineType: "n4-standard-4",
                imageType: "COS_CONTAINERD",
                labels: { "agent-autoscaling/node-pool": "research" },
                taints: [
                    { key: "cloud.google.com/gke-spot", value: "true", effect: "NO_SCHEDULE" },
                    { key: "agent-autoscaling/node-pool", value: "research", effect: "NO_SCHEDULE" },
                ],
                serviceAccount: "research-account@project.test",
                oauthScopes: ["https://www.googleapis.com/auth/cloud-platform"],
                workloadMetadataConfig: { mode: "GKE_METADATA" },
                gcfsConfig: { enabled: true },
            },
        });
    });

    it("makes the base of the same nodes on demand, evenly over zones and without what is spot's", async () => {
        const base = await poolOf(EVERYTHING, "research-base");
        expect(base?.inputs["autoscaling"]).toEqual({
            totalMinNodeCount: 1,
            totalMaxNodeCount: 4,
            locationPolicy: "BALANCED",
        });
        const nodes = base?.inputs["nodeConfig"] as Record<string, unknown>;
        expect(nodes).toMatchObject({
            labels: { "agent-autoscaling/node-pool": "gpu" },
            taints: [{ key: "agent-autoscaling/node-pool", value: "gpu", effect: "NO_SCHEDULE" }],
        });
        expect(nodes).not.toHaveProperty("spot");
        expect(nodes).not.toHaveProperty("kubeletConfig");
    });

    it("has a new pool before the old one goes, and a name that both can have", async () => {
        const pool = await poolOf(ARGS);
        expect(pool?.deleteBeforeReplace).toBe(false);
        expect(pool?.inputs).not.toHaveProperty("name");
        expect(pool?.inputs).not.toHaveProperty("nodeCount");
        expect(pool?.inputs).not.toHaveProperty("initialNodeCount");
    });

    it.each([
        [120, 15, { shutdownGracePeriodSeconds: 120, shutdownGracePeriodCriticalPodsSeconds: 15 }],
        [31, 15, { shutdownGracePeriodSeconds: 31, shutdownGracePeriodCriticalPodsSeconds: 15 }],
        [30, 15, undefined],
    ])("stretches the notice where the profile has more than GKE gives: %s s", async (grace, _, expected) => {
        const profile = nodePools.gkeSpot({
            name: "a",
            machineType: "n4-standard-4",
            shutdownGraceSeconds: grace,
        });
        expect((await nodesOf({ ...ARGS, profile }))["kubeletConfig"]).toEqual(expected);
    });

    it("gives pods the profile's notice, whatever is kept for critical ones", async () => {
        const profile = { ...ARGS.profile, noticeSeconds: 90 };
        const { kubeletConfig } = await nodesOf({ ...ARGS, profile, criticalGraceSeconds: 30 });
        expect(kubeletConfig).toEqual({
            shutdownGracePeriodSeconds: 120,
            shutdownGracePeriodCriticalPodsSeconds: 30,
        });
    });

    it("takes an account that is there already, and makes none then", async () => {
        const seen = await recorded({ ...ARGS, serviceAccount: "nodes@acme.iam.gserviceaccount.com" });
        expect(seen.slice(1).map(({ name, dependsOn }) => [name, dependsOn])).toEqual([["research", []]]);
        expect(seen[1]?.inputs["nodeConfig"]).toMatchObject({
            serviceAccount: "nodes@acme.iam.gserviceaccount.com",
        });
    });

    it("leaves the bounds to a schedule, and to nothing else", async () => {
        expect((await poolOf(ARGS))?.ignoreChanges).toBeUndefined();
        expect((await poolOf({ ...ARGS, scheduled: true }))?.ignoreChanges).toEqual([
            "autoscaling.totalMinNodeCount",
            "autoscaling.totalMaxNodeCount",
        ]);
    });

    it("streams no images on Ubuntu, and adds gVisor and GPUs where they are asked for", async () => {
        const profile = { ...ARGS.profile, node: { cpu: "3", memory: "12Gi" } };
        const ubuntu = await nodesOf({
            ...ARGS,
            profile,
            machineType: "n4-standard-4",
            image: "UBUNTU_CONTAINERD",
        });
        expect(ubuntu).toMatchObject({ imageType: "UBUNTU_CONTAINERD", gcfsConfig: { enabled: false } });
        expect(await nodesOf(EVERYTHING)).toMatchObject({
            sandboxConfig: { type: "GVISOR" },
            guestAccelerators: [
                {
                    type: "nvidia-l4",
                    count: 1,
                    gpuDriverInstallationConfig: { gpuDriverVersion: "DEFAULT" },
                },
            ],
        });
    });

    it.runIf(HAS_PROVIDER_SCHEMAS)("gives no input that its provider does not have", async () => {
        for (const args of [ARGS, EVERYTHING]) {
            const seen = (await recorded(args)).slice(1);
            expect(seen.flatMap(({ type, inputs }) => schemaProblems(type, inputs))).toEqual([]);
            const ignored = seen.flatMap(({ type, ignoreChanges = [] }) =>
                ignoreChanges.map((path) => [path, hasInput(type, path)] as const),
            );
            expect(ignored.filter(([, exists]) => !exists)).toEqual([]);
        }
    });

    it("takes identities as Outputs, and keeps a secret one secret", async () => {
        const pool = await poolOf({ ...ARGS, cluster: output("agents-1"), location: secret("hidden") });
        expect(pool?.inputs).toMatchObject({ cluster: "agents-1", location: { value: "hidden" } });
    });

    it("hands out the names of its pools and the account of its nodes", async () => {
        const seen: Record<string, Output<string>> = {};
        await record((opts) => {
            const { nodePoolName, baseNodePoolName, serviceAccountEmail } = new GkeSpotNodePool(
                "research",
                ARGS,
                opts,
            );
            Object.assign(seen, { nodePoolName, baseNodePoolName, serviceAccountEmail });
        });
        const values = await Promise.all(
            Object.entries(seen).map(
                async ([key, value]) => [key, await new Promise((resolve) => value.apply(resolve))] as const,
            ),
        );
        expect(Object.fromEntries(values)).toEqual({
            nodePoolName: "research-made",
            baseNodePoolName: "",
            serviceAccountEmail: "research-account@project.test",
        });
    });
});

describe("a spot node pool of GKE that cannot work", () => {
    const refused: (readonly Finding[])[] = [];
    afterEach(() => {
        refused.length = 0;
    });

    async function problemsOf(args: unknown, name = "research"): Promise<string[]> {
        refuseBy((_resource, _name, findings) => refused.push(findings));
        const seen = await record((opts) => new GkeSpotNodePool(name, args as GkeSpotNodePoolArgs, opts));
        expect(seen).toHaveLength(refused.length === 0 ? seen.length : 1);
        return refused.flat().map(({ origin, path, message }) => `${origin.argument ?? path}: ${message}`);
    }

    it("is refused for a size that is known only after apply", async () => {
        const spot = { totalMinNodeCount: 0, totalMaxNodeCount: output(20) };
        expect(await problemsOf({ ...ARGS, spot })).toEqual([
            expect.stringMatching(/^spot\.totalMaxNodeCount: .* is an Output or a promise/),
        ]);
    });

    it("is refused for a floor above the ceiling, in the words of the argument", async () => {
        const spot = { totalMinNodeCount: 21, totalMaxNodeCount: 20 };
        expect(await problemsOf({ ...ARGS, spot })).toEqual([
            "spot.totalMinNodeCount: the floor 21 is above the ceiling 20",
        ]);
        const onDemandBase = { totalMinNodeCount: 5, totalMaxNodeCount: 4 };
        expect(await problemsOf({ ...ARGS, onDemandBase })).toContain(
            "onDemandBase.totalMinNodeCount: the floor 5 is above the ceiling 4",
        );
    });

    it("may have a floor that is the ceiling", async () => {
        expect(await problemsOf({ ...ARGS, spot: { totalMinNodeCount: 3, totalMaxNodeCount: 3 } })).toEqual(
            [],
        );
    });

    it("is refused for a profile of other nodes, or one by which no pod asks for these", async () => {
        const onDemand = nodePools.gkeOnDemand({ name: "a", machineType: "n4-standard-4" });
        expect(await problemsOf({ ...ARGS, profile: onDemand })).toEqual([
            expect.stringMatching(/^profile\.capacity: .*OnDemand/),
        ]);
        refused.length = 0;
        expect(await problemsOf({ ...ARGS, profile: { ...ARGS.profile, labels: {} } })).toEqual([
            expect.stringMatching(/^profile\.labels: .*no pool of agents can ask/),
        ]);
    });

    it("is refused for a notice that GKE does not give, at the very second", async () => {
        const profile = { ...ARGS.profile, noticeSeconds: 106 };
        expect(await problemsOf({ ...ARGS, profile })).toEqual([
            expect.stringContaining(
                "is 106, and GKE leaves pods 105 s at most: 120 s, of which critical pods have 15",
            ),
        ]);
        refused.length = 0;
        expect(await problemsOf({ ...ARGS, profile: { ...profile, noticeSeconds: 105 } })).toEqual([]);
    });

    it("is refused for a notice that the cluster is too old for", async () => {
        const profile = { ...ARGS.profile, noticeSeconds: 16 };
        expect(await problemsOf({ ...ARGS, profile, platform: { kubernetesVersion: "1.34" } })).toEqual([
            expect.stringContaining("is 16, which needs GKE 1.35, and the cluster has 1.34"),
        ]);
        refused.length = 0;
        expect(await problemsOf({ ...ARGS, profile, platform: { kubernetesVersion: "1.35" } })).toEqual([]);
        expect(await problemsOf({ ...ARGS, platform: { kubernetesVersion: "1.34" } })).toEqual([]);
    });

    it("is refused for a grace of critical pods that does nothing", async () => {
        expect(await problemsOf({ ...ARGS, criticalGraceSeconds: 20 })).toEqual([
            expect.stringMatching(/^criticalGraceSeconds: .*has no effect/),
        ]);
    });

    it("is refused without a machine, and for one that the profile does not fit pods to", async () => {
        const unknownMachine = nodePools.gkeSpot({ name: "research", machineType: "n9-mega-1" });
        expect(await problemsOf({ ...ARGS, profile: unknownMachine })).toEqual([
            expect.stringMatching(/^machineType: .*is missing/),
        ]);
        refused.length = 0;
        expect(await problemsOf({ ...ARGS, machineType: "n4-standard-8" })).toEqual([
            expect.stringContaining(
                'is "n4-standard-8", and the profile fits and prices pods by "n4-standard-4"',
            ),
        ]);
        refused.length = 0;
        expect(await problemsOf({ ...ARGS, profile: unknownMachine, machineType: "n9-mega-1" })).toEqual([]);
    });

    it("is refused for GPUs that the profile does not have, and for those of the profile that are missing", async () => {
        expect(await problemsOf({ ...ARGS, accelerator: { type: "nvidia-l4", count: 1 } })).toEqual([
            expect.stringContaining("has 1, and the profile's node has 0 GPUs"),
        ]);
        refused.length = 0;
        const profile = nodePools.gkeSpot({ name: "a", machineType: "g2-standard-4" });
        expect(await problemsOf({ ...ARGS, profile })).toEqual([
            expect.stringContaining("is missing, and the profile's node has 1 GPUs"),
        ]);
    });

    it("is refused for gVisor and image streaming on Ubuntu, both at once", async () => {
        const image = GkeNodeImage.Ubuntu;
        const args = { ...ARGS, image, sandbox: GkeNodeSandbox.Gvisor, imageStreaming: true };
        expect(await problemsOf(args)).toEqual([
            expect.stringMatching(/^sandbox: .*needs Container-Optimized OS/),
            expect.stringMatching(/^imageStreaming: .*needs Container-Optimized OS/),
        ]);
    });

    it("is refused for an upgrade that can never begin", async () => {
        expect(await problemsOf({ ...ARGS, upgrade: { maxSurge: 0 } })).toEqual([
            expect.stringMatching(/^upgrade: .*no node could ever be upgraded/),
        ]);
        refused.length = 0;
        expect(await problemsOf({ ...ARGS, upgrade: { maxSurge: 0, maxUnavailable: 1 } })).toEqual([]);
    });

    it("is refused for a name that is too long for a node pool with what is put behind it", async () => {
        const given = { ...ARGS, serviceAccount: "nodes@acme.iam.gserviceaccount.com" };
        expect(await problemsOf(given, "a".repeat(33))).toEqual([expect.stringContaining("has 33 letters")]);
        refused.length = 0;
        expect(await problemsOf(given, "a".repeat(32))).toEqual([]);
        expect(await problemsOf({ ...given, ...BASE }, "a".repeat(28))).toEqual([
            expect.stringContaining("has 28 letters"),
        ]);
    });

    it("is refused for a name of which no account can be made, unless one is given", async () => {
        expect(await problemsOf(ARGS, "a".repeat(25))).toEqual([
            expect.stringMatching(/^serviceAccount: .*is missing, and "a+-nodes"/),
        ]);
        refused.length = 0;
        expect(await problemsOf(ARGS, "a".repeat(24))).toEqual([]);
        expect(await problemsOf(ARGS, "Research")).toEqual([expect.stringContaining('is "Research"')]);
    });

    it("is refused for labels that Google Cloud does not take, and for what is not an argument", async () => {
        const found = await problemsOf({ ...ARGS, resourceLabels: { Team: "a" }, nodeCount: 3 });
        expect(found).toEqual([
            expect.stringMatching(/^resourceLabels\.Team: .*not the key of a label/),
            expect.stringMatching(/^nodeCount: .*is not an argument/),
        ]);
    });
});
