import type { Output } from "@pulumi/pulumi";
import { output, secret } from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EksSpotNodeGroupArgs } from "../../../components/aws";
import { EksSpotNodeGroup } from "../../../components/aws";
import { refuseBy } from "../../../components/refuse";
import { nodePools } from "../../../index";
import type { Finding } from "../../../model";
import { HAS_PROVIDER_SCHEMAS, hasInput, schemaProblems } from "../support/provider-schema";
import { record } from "../support/record";

const TYPES = ["m7i.xlarge", "m7a.xlarge", "m6i.xlarge", "m5.xlarge"];
const KEY = "agent-autoscaling/node-pool";

const SPOT: EksSpotNodeGroupArgs = {
    clusterName: "agents",
    nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
    subnetIds: ["subnet-a", "subnet-b"],
    profile: nodePools.eksSpot({ name: "agents-spot", instanceTypes: TYPES }),
    instanceTypes: TYPES,
    spot: { minSize: 0, maxSize: 20 },
};

const WORKDAY = {
    name: "workday",
    start: "0 8 * * 1-5",
    end: "0 19 * * 1-5",
    timeZone: "Europe/Berlin",
    minSize: 5,
};

const FULL: EksSpotNodeGroupArgs = {
    ...SPOT,
    onDemandBase: { minSize: 1, maxSize: 4, desiredSize: 2 },
    schedules: [WORKDAY, { ...WORKDAY, name: "base-workday", minSize: 2, part: "OnDemandBase" }],
    warmPool: { minSize: 1, maxGroupPreparedCapacity: 4 },
    releaseVersion: "1.34.1-20261101",
    volumeSizeGib: 80,
    labels: { team: "research" },
    tags: { team: "research" },
};

function recorded(args: EksSpotNodeGroupArgs) {
    return record((opts) => new EksSpotNodeGroup("spot", args, opts));
}

async function child(args: EksSpotNodeGroupArgs, name: string) {
    const found = (await recorded(args)).find((each) => each.name === name && each.type.startsWith("aws:"));
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
}

describe("EksSpotNodeGroup", () => {
    it("is a launch template and a spot group of the component's name", async () => {
        const seen = await recorded(SPOT);
        expect(seen.slice(1).map(({ type, name, parent }) => [type, name, parent])).toEqual([
            ["aws:ec2/launchTemplate:LaunchTemplate", "spot-launch-template", "spot"],
            ["aws:eks/nodeGroup:NodeGroup", "spot", "spot"],
            ["aws:autoscaling/tag:Tag", "spot-node-pool-tag-1", "spot"],
            ["aws:autoscaling/tag:Tag", "spot-node-pool-tag-2", "spot"],
        ]);
    });

    it("with a base and windows has a second group and two actions a window", async () => {
        const seen = await recorded(FULL);
        expect(seen.slice(1).map(({ name }) => name)).toEqual([
            "spot-launch-template",
            "spot",
            "spot-base",
            "spot-node-pool-tag-1",
            "spot-node-pool-tag-2",
            "spot-node-pool-tag-3",
            "spot-workday-opens",
            "spot-workday-closes",
            "spot-base-workday-opens",
            "spot-base-workday-closes",
        ]);
    });

    it("gives the spot group what EKS needs, label and taint of the profile in EKS's spelling", async () => {
        const { inputs } = await child(SPOT, "spot");
        expect(inputs).toEqual({
            clusterName: "agents",
            nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
            subnetIds: ["subnet-a", "subnet-b"],
            capacityType: "SPOT",
            instanceTypes: TYPES,
            amiType: "AL2023_x86_64_STANDARD",
            scalingConfig: { minSize: 0, maxSize: 20, desiredSize: 0 },
            labels: { [KEY]: "agents-spot" },
            taints: [{ key: KEY, value: "agents-spot", effect: "NO_SCHEDULE" }],
            updateConfig: { maxUnavailablePercentage: 33 },
            nodeRepairConfig: { enabled: true },
            launchTemplate: { id: "spot-launch-template-id", version: "3" },
            tags: {},
        });
    });

    it("gives the base the same labels and taints, on demand, and the warm pool to it alone", async () => {
        const spot = (await child(FULL, "spot")).inputs;
        const base = (await child(FULL, "spot-base")).inputs;
        expect(base).toMatchObject({
            capacityType: "ON_DEMAND",
            scalingConfig: { minSize: 1, maxSize: 4, desiredSize: 2 },
            warmPoolConfig: { minSize: 1, maxGroupPreparedCapacity: 4, poolState: "STOPPED" },
            releaseVersion: "1.34.1-20261101",
        });
        expect(base["taints"]).toEqual(spot["taints"]);
        expect(base["labels"]).toEqual({ [KEY]: "agents-spot", team: "research" });
        expect(base["labels"]).toEqual(spot["labels"]);
        expect(spot).not.toHaveProperty("warmPoolConfig");
    });

    it("starts nodes with IMDSv2 one hop away, an encrypted volume, and no instance types in the template", async () => {
        const { inputs } = await child(FULL, "spot-launch-template");
        expect(inputs).toMatchObject({
            metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
            blockDeviceMappings: [
                {
                    deviceName: "/dev/xvda",
                    ebs: { volumeSize: 80, volumeType: "gp3", encrypted: "true" },
                },
            ],
            tagSpecifications: [
                { resourceType: "instance", tags: { team: "research" } },
                { resourceType: "volume", tags: { team: "research" } },
            ],
        });
        expect(inputs).not.toHaveProperty("instanceType");
        expect(inputs).not.toHaveProperty("imageId");
        expect((await child(SPOT, "spot-launch-template")).inputs).not.toHaveProperty("tagSpecifications");
    });

    it("tells Cluster Autoscaler what nodes a group would have that has none, and of no other group", async () => {
        const tags = async (args: EksSpotNodeGroupArgs) =>
            (await recorded(args)).filter(({ type }) => type.endsWith(":Tag")).map(({ inputs }) => inputs);
        const template = "k8s.io/cluster-autoscaler/node-template";
        expect(await tags(SPOT)).toEqual([
            {
                autoscalingGroupName: "spot-group",
                tag: { key: `${template}/label/${KEY}`, value: "agents-spot", propagateAtLaunch: false },
            },
            {
                autoscalingGroupName: "spot-group",
                tag: {
                    key: `${template}/taint/${KEY}`,
                    value: "agents-spot:NoSchedule",
                    propagateAtLaunch: false,
                },
            },
        ]);
        expect(await tags({ ...SPOT, spot: { minSize: 1, maxSize: 3 } })).toEqual([]);
        const base = await tags({ ...SPOT, onDemandBase: { minSize: 0, maxSize: 3 } });
        expect(base.map(({ autoscalingGroupName: group }) => group)).toEqual([
            "spot-group",
            "spot-group",
            "spot-base-group",
            "spot-base-group",
        ]);
    });

    it("opens a window by the floor alone and closes it by the floor that the group has otherwise", async () => {
        const seen = await recorded(FULL);
        const actions = seen.filter(({ type }) => type.endsWith(":Schedule")).map(({ inputs }) => inputs);
        expect(actions).toEqual([
            {
                autoscalingGroupName: "spot-group",
                scheduledActionName: "spot-workday-opens",
                recurrence: "0 8 * * 1-5",
                timeZone: "Europe/Berlin",
                minSize: 5,
                maxSize: -1,
                desiredCapacity: -1,
            },
            expect.objectContaining({
                scheduledActionName: "spot-workday-closes",
                recurrence: "0 19 * * 1-5",
                minSize: 0,
                maxSize: -1,
                desiredCapacity: -1,
            }) as unknown,
            expect.objectContaining({ autoscalingGroupName: "spot-base-group", minSize: 2 }) as unknown,
            expect.objectContaining({ autoscalingGroupName: "spot-base-group", minSize: 1 }) as unknown,
        ]);
    });

    it("leaves the sizes alone after creation, unless updates are to write them", async () => {
        const sizes = ["scalingConfig.desiredSize", "scalingConfig.minSize", "scalingConfig.maxSize"];
        expect((await child(FULL, "spot")).ignoreChanges).toEqual(sizes);
        expect((await child(FULL, "spot-base")).ignoreChanges).toEqual(sizes);
        expect(
            (await child({ ...FULL, schedules: [], sizes: "Managed" }, "spot")).ignoreChanges,
        ).toBeUndefined();
    });

    it("takes the image that fits system, processor and GPUs", async () => {
        const image = async (types: string[], system?: "Bottlerocket"): Promise<unknown> => {
            const profile = nodePools.eksSpot({ name: "spot", instanceTypes: types });
            const args = { ...SPOT, profile, instanceTypes: types, ...(system && { system }) };
            return (await child(args, "spot")).inputs["amiType"];
        };
        expect(await image(["m7g.xlarge", "m6g.xlarge"])).toBe("AL2023_ARM_64_STANDARD");
        expect(await image(["g5.xlarge", "g6.xlarge"])).toBe("AL2023_x86_64_NVIDIA");
        expect(await image(["g5.12xlarge", "g6.12xlarge"])).toBe("AL2023_x86_64_NVIDIA");
        expect(await image(TYPES, "Bottlerocket")).toBe("BOTTLEROCKET_x86_64");
        expect(await image(["g5.xlarge", "g6.xlarge"], "Bottlerocket")).toBe("BOTTLEROCKET_x86_64_NVIDIA");
        // AMD's GPUs need none of NVIDIA's drivers, and AWS' own accelerators have an image of theirs.
        expect(await image(["g4ad.xlarge", "g4ad.2xlarge"])).toBe("AL2023_x86_64_STANDARD");
        expect(await image(["g4dn.xlarge", "g5.xlarge"])).toBe("AL2023_x86_64_NVIDIA");
        expect(await image(["g5g.xlarge", "g5g.2xlarge"])).toBe("AL2023_ARM_64_NVIDIA");
        expect(await image(["p5.48xlarge", "p5en.48xlarge"])).toBe("AL2023_x86_64_NVIDIA");
        for (const family of ["inf1", "inf2", "trn1", "trn2"]) {
            const types = [`${family}.xlarge`, `${family}.2xlarge`];
            expect(await image(types)).toBe("AL2023_x86_64_NEURON");
            expect(await image(types, "Bottlerocket")).toBe("BOTTLEROCKET_x86_64");
        }
        const { inputs } = await child({ ...SPOT, system: "Bottlerocket" }, "spot-launch-template");
        expect(inputs["blockDeviceMappings"]).toMatchObject([{ deviceName: "/dev/xvdb" }]);
    });

    it("hands out the names of both groups and of their Auto Scaling groups", async () => {
        let outputs: readonly Output<string[]>[] = [];
        await record((opts) => {
            const { nodeGroupNames, autoScalingGroupNames } = new EksSpotNodeGroup("spot", FULL, opts);
            outputs = [nodeGroupNames, autoScalingGroupNames];
        });
        const values = outputs.map((each) => new Promise((resolve) => each.apply(resolve)));
        expect(await Promise.all(values)).toEqual([
            ["spot-made", "spot-base-made"],
            ["spot-group", "spot-base-group"],
        ]);
    });

    it("takes names and subnets as Outputs, and keeps a secret one secret", async () => {
        const { inputs } = await child(
            { ...SPOT, clusterName: output("agents-1"), subnetIds: [output("subnet-a"), secret("hidden")] },
            "spot",
        );
        expect(inputs["clusterName"]).toBe("agents-1");
        expect(JSON.stringify(inputs["subnetIds"])).toContain("hidden");
    });

    it("takes an Output of all subnets, as a network component hands them out", async () => {
        const { inputs } = await child({ ...SPOT, subnetIds: output(["subnet-1", "subnet-2"]) }, "spot");
        expect(inputs["subnetIds"]).toEqual(["subnet-1", "subnet-2"]);
    });

    it.runIf(HAS_PROVIDER_SCHEMAS)("gives no input that the provider does not have", async () => {
        const seen = [
            ...(await recorded(FULL)),
            ...(await recorded({
                ...FULL,
                updateConfig: { maxUnavailable: 2 },
                schedules: [],
                sizes: "Managed",
            })),
        ].filter(({ type }) => type.startsWith("aws:"));
        expect(seen.flatMap(({ type, inputs }) => schemaProblems(type, inputs))).toEqual([]);
        const ignored = seen.flatMap(({ type, ignoreChanges = [] }) =>
            ignoreChanges.map((path) => [path, hasInput(type, path)]),
        );
        expect(ignored).toHaveLength(6);
        expect(ignored.filter(([, exists]) => exists !== true)).toEqual([]);
    });
});

describe("a pool of spot nodes that cannot work", () => {
    const refused: (readonly Finding[])[] = [];
    beforeEach(() => {
        refuseBy((_resource, _name, findings) => refused.push(findings));
    });
    afterEach(() => {
        refused.length = 0;
    });

    it("registers nothing and says all that is wrong, by the arguments' own paths", async () => {
        const args = {
            ...SPOT,
            instanceTypes: ["m7i.xlarge", "m7i.2xlarge"],
            spot: { minSize: 4, maxSize: 3 },
            warmPool: {},
        };
        expect(await recorded(args)).toHaveLength(1);
        expect(refused.flat().map(({ path }) => path)).toEqual([
            "instanceTypes[1]",
            "profile.node.instanceType",
            "spot.minSize",
            "warmPool",
        ]);
    });

    it("refuses a size that is known only after apply", async () => {
        const args = { ...SPOT, spot: { minSize: output(1), maxSize: 3 } };
        expect(await recorded(args as never)).toHaveLength(1);
        expect(refused.flat()).toMatchObject([
            { path: "spot.minSize", message: expect.stringContaining("Output") as string },
        ]);
    });
});
