import { output } from "@pulumi/pulumi";
import type { Output } from "@pulumi/pulumi";
import { afterEach, describe, expect, it } from "vitest";
import type { GkeComputeClassArgs, GkePriorityArgs } from "../../../components/gcp";
import { GkeComputeClass, GkeReservationUse, GkeWhenUnsatisfiable } from "../../../components/gcp";
import { refuseBy } from "../../../components/refuse";
import { nodePools } from "../../../index";
import type { Finding } from "../../../model";
import type { Recorded } from "../support/record";
import { record } from "../support/record";

const ARGS: GkeComputeClassArgs = {
    profile: nodePools.gkeComputeClass({ name: "agents", spot: true }),
    priorities: [{ machineFamily: "n4", spot: true }, { machineFamily: "n4" }],
};

function recorded(args: GkeComputeClassArgs = ARGS): Promise<Recorded[]> {
    return record((opts) => new GkeComputeClass("spot-first", args, opts));
}

async function specOf(args: GkeComputeClassArgs): Promise<Record<string, unknown>> {
    return (await recorded(args))[1]?.inputs["spec"] as Record<string, unknown>;
}

describe("GkeComputeClass", () => {
    it("is one object without a namespace, called as its profile says", async () => {
        const [, object, ...more] = await recorded();
        expect(more).toEqual([]);
        expect(object).toMatchObject({
            type: "kubernetes:cloud.google.com/v1:ComputeClass",
            name: "spot-first-compute-class",
            parent: "spot-first",
            inputs: {
                apiVersion: "cloud.google.com/v1",
                kind: "ComputeClass",
                metadata: { name: "agents" },
                spec: {
                    priorities: [{ machineFamily: "n4", spot: true }, { machineFamily: "n4" }],
                    whenUnsatisfiable: "DoNotScaleUp",
                    nodePoolAutoCreation: { enabled: true },
                    activeMigration: { optimizeRulePriority: false },
                    nodePoolConfig: { imageStreaming: { enabled: true } },
                },
            },
        });
    });

    it("says each thing where GKE reads it", async () => {
        const profile = {
            ...nodePools.gkeComputeClass({ name: "agents", spot: true }),
            labels: { "cloud.google.com/compute-class": "agents", team: "research" },
            taints: [
                { key: "cloud.google.com/gke-spot", value: "true" },
                { key: "acme.com/agents", value: "only" },
            ],
        };
        const spec = await specOf({
            profile,
            priorities: [
                {
                    machineType: "g2-standard-8",
                    accelerator: { type: "nvidia-l4", count: 1 },
                    reservations: GkeReservationUse.AnyThenFail,
                    priorityScore: 9,
                },
                {
                    machineFamily: "n4",
                    spot: true,
                    minCores: 8,
                    minMemoryGb: 32,
                    zones: ["europe-west3-a"],
                    locationPolicy: "BALANCED",
                    priorityScore: 5,
                },
                { nodePools: [output("base-1")], priorityScore: 1 },
            ],
            whenUnsatisfiable: GkeWhenUnsatisfiable.ScaleUpAnyway,
            activeMigration: true,
            serviceAccount: output("nodes@acme.iam.gserviceaccount.com"),
            autoscalingPolicy: { consolidationDelayMinutes: 5, consolidationThreshold: 30 },
        });
        expect(spec).toEqual({
            priorities: [
                {
                    machineType: "g2-standard-8",
                    gpu: { type: "nvidia-l4", count: 1 },
                    reservations: { affinity: "AnyThenFail" },
                    priorityScore: 9,
                },
                {
                    machineFamily: "n4",
                    spot: true,
                    minCores: 8,
                    minMemoryGb: 32,
                    location: { zones: ["europe-west3-a"], locationPolicy: "BALANCED" },
                    priorityScore: 5,
                },
                { nodepools: ["base-1"], priorityScore: 1 },
            ],
            whenUnsatisfiable: "ScaleUpAnyway",
            nodePoolAutoCreation: { enabled: true },
            activeMigration: { optimizeRulePriority: true },
            nodePoolConfig: {
                imageStreaming: { enabled: true },
                serviceAccount: "nodes@acme.iam.gserviceaccount.com",
                nodeLabels: { team: "research" },
                taints: [{ key: "acme.com/agents", value: "only", effect: "NoSchedule" }],
            },
            autoscalingPolicy: { consolidationDelayMinutes: 5, consolidationThreshold: 30 },
        });
    });

    it("asks nothing of node pools that are there already, unless it is said", async () => {
        const args = { ...ARGS, nodePoolAutoCreation: false };
        expect(await specOf(args)).toMatchObject({
            nodePoolAutoCreation: { enabled: false },
            nodePoolConfig: {},
        });
        expect((await specOf(args))["nodePoolConfig"]).toEqual({});
        expect((await specOf({ ...args, imageStreaming: true }))["nodePoolConfig"]).toEqual({
            imageStreaming: { enabled: true },
        });
    });

    it("hands out the name that pods ask for", async () => {
        let className: Output<string> | undefined;
        await record((opts) => {
            className = new GkeComputeClass("spot-first", ARGS, opts).className;
        });
        expect(await new Promise((resolve) => className?.apply(resolve))).toBe("agents");
    });
});

describe("a compute class that GKE refuses, or of which a rung is never tried", () => {
    const refused: (readonly Finding[])[] = [];
    afterEach(() => {
        refused.length = 0;
    });

    async function problemsOf(args: unknown): Promise<string[]> {
        refused.length = 0;
        refuseBy((_resource, _name, findings) => refused.push(findings));
        const seen = await recorded(args as GkeComputeClassArgs);
        const found = refused.flat().map(({ path, message }) => `${path}: ${message}`);
        expect(seen).toHaveLength(found.length === 0 ? 2 : 1);
        return found;
    }
    const rungs = (...priorities: GkePriorityArgs[]): Promise<string[]> =>
        problemsOf({ ...ARGS, priorities });

    it("is one whose profile says nothing of it", async () => {
        const profile = nodePools.gkeSpot({ name: "agents", machineType: "n4-standard-4" });
        expect(await problemsOf({ ...ARGS, profile })).toEqual([
            expect.stringMatching(/^profile\.labels: .*lack cloud\.google\.com\/compute-class/),
        ]);
    });

    it("is one with a name that no object can have, though a label can", async () => {
        const named = (name: string) =>
            problemsOf({ ...ARGS, profile: nodePools.gkeComputeClass({ name, spot: true }) });
        expect(await named("Agents_1")).toEqual([
            expect.stringContaining('is "Agents_1", which is not a name'),
        ]);
        expect(await named("agents-1")).toEqual([]);
    });

    it("is one whose pods do not know that they run on spot", async () => {
        const profile = nodePools.gkeComputeClass({ name: "agents" });
        expect(await problemsOf({ ...ARGS, profile })).toEqual([
            expect.stringMatching(/^profile\.capacity: .*OnDemand, and priorities\[0\] is on spot/),
        ]);
        expect(await problemsOf({ profile, priorities: [{ machineFamily: "n4" }] })).toEqual([]);
    });

    it("is one with taints whose keys GKE keeps for itself", async () => {
        const taints = [
            { key: "node.kubernetes.io/agents" },
            { key: "cloud.google.com/compute-class", value: "agents" },
            { key: "acme.com/agents" },
        ];
        expect(await problemsOf({ ...ARGS, profile: { ...ARGS.profile, taints } })).toEqual([
            expect.stringMatching(/^profile\.taints\[0\]\.key: .*GKE refuses keys with kubernetes\.io/),
            expect.stringMatching(/^profile\.taints\[1\]\.key: .*sets and tolerates by itself/),
        ]);
    });

    it("is one with a rung that names two kinds of machines, none, or what they say already", async () => {
        expect(await rungs({ machineFamily: "n4", machineType: "n4-standard-4" })).toEqual([
            expect.stringContaining("priorities[0] has machineFamily and machineType"),
        ]);
        expect(await rungs({ spot: true })).toEqual([expect.stringContaining("names no machines")]);
        expect(await rungs({ machineType: "n4-standard-4", minCores: 4, minMemoryGb: 16 })).toEqual([
            expect.stringContaining("has minCores and minMemoryGb beside machineType"),
        ]);
        expect(await rungs({ nodePools: ["base"], spot: true, priorityScore: 1 })).toEqual([
            expect.stringContaining("has spot beside nodePools"),
        ]);
        expect(await rungs({ accelerator: { type: "nvidia-l4", count: 1 }, spot: true })).toEqual([]);
        expect(await rungs({ machineFamily: "n4", minCores: 4, minMemoryGb: 16 })).toEqual([]);
    });

    it("is one with spot below a rung that falls back to machines on demand", async () => {
        const reserved = { machineFamily: "n4", reservations: GkeReservationUse.AnyBestEffort };
        const spot = { machineFamily: "n4", spot: true };
        expect(await rungs(reserved, { machineFamily: "n2" }, spot)).toEqual([
            expect.stringContaining(
                "priorities[2] is on spot and is never tried: priorities[0] takes machines",
            ),
        ]);
        expect(await rungs(spot, reserved)).toEqual([]);
        expect(await rungs({ ...reserved, reservations: GkeReservationUse.AnyThenFail }, spot)).toEqual([]);
    });

    it("ranks rungs by their score where they have one", async () => {
        const reserved = { machineFamily: "n4", reservations: GkeReservationUse.AnyBestEffort };
        const spot = { machineFamily: "n4", spot: true };
        expect(await rungs({ ...reserved, priorityScore: 1 }, { ...spot, priorityScore: 2 })).toEqual([]);
        expect(await rungs({ ...spot, priorityScore: 1 }, { ...reserved, priorityScore: 2 })).toEqual([
            expect.stringContaining("priorities[0] is on spot and is never tried: priorities[1]"),
        ]);
    });

    it("is one with a score at some rungs only, or at more than three the same", async () => {
        const rung = { machineFamily: "n4", priorityScore: 7 };
        expect(await rungs(rung, { machineFamily: "n2" })).toEqual([
            expect.stringMatching(/^priorities\[1\]\.priorityScore: .*is missing/),
        ]);
        expect(await rungs(rung, rung, rung, rung)).toEqual([
            expect.stringContaining("has 4 rungs with the priorityScore 7"),
        ]);
        expect(await rungs(rung, rung, rung)).toEqual([]);
    });

    it("is one with a delay below a minute, and every other number out of its bounds", async () => {
        const autoscalingPolicy = { consolidationDelayMinutes: 0, consolidationThreshold: 101 };
        expect(await problemsOf({ ...ARGS, priorities: [], autoscalingPolicy })).toEqual([
            expect.stringMatching(/^priorities: .*is empty/),
            expect.stringMatching(/consolidationDelayMinutes: .*is 0, below 1/),
            expect.stringMatching(/consolidationThreshold: .*is 101, above 100/),
        ]);
    });
});
