import { describe, expect, it } from "vitest";
import { nodePools } from "../../../index";
import { checkShape } from "../../../model/arguments";
import { NODE_POOL_PROFILE_SHAPE } from "../../../model/pool";

const SPOT_TAINT = { key: "cloud.google.com/gke-spot", value: "true", effect: "NoSchedule" };
const NODE = { cpu: "3920m", memory: "13130Mi", instanceType: "n4-standard-4" };

describe("the profile of spot nodes on GKE", () => {
    it("has a label and a taint of its own, GKE's taint of spot, the notice and the node", () => {
        expect(nodePools.gkeSpot({ name: "research", machineType: "n4-standard-4" })).toEqual({
            name: "research",
            labels: { "agent-autoscaling/node-pool": "research" },
            taints: [
                SPOT_TAINT,
                { key: "agent-autoscaling/node-pool", value: "research", effect: "NoSchedule" },
            ],
            capacity: "Spot",
            noticeSeconds: 15,
            node: NODE,
        });
    });

    it.each([
        [120, undefined, 105],
        [120, 20, 100],
        [30, undefined, 15],
        [10, undefined, 0],
    ])(
        "leaves pods of a grace of %s s what critical pods (%s s) do not have: %s s",
        (grace, critical, notice) => {
            const { noticeSeconds } = nodePools.gkeSpot({
                name: "research",
                machineType: "n4-standard-4",
                shutdownGraceSeconds: grace,
                ...(critical === undefined ? {} : { criticalGraceSeconds: critical }),
            });
            expect(noticeSeconds).toBe(notice);
        },
    );

    it("tolerates GKE's taint of spot also without one of its own", () => {
        const { taints } = nodePools.gkeSpot({ name: "a", machineType: "n4-standard-4", taint: false });
        expect(taints).toEqual([SPOT_TAINT]);
    });

    it("says what GPUs the node has, and nothing of a machine that is not known", () => {
        const gpu = nodePools.gkeSpot({ name: "a", machineType: "g2-standard-4" });
        expect(gpu.node).toMatchObject({ gpus: 1, instanceType: "g2-standard-4" });
        expect(nodePools.gkeSpot({ name: "a", machineType: "n9-mega-1" })).not.toHaveProperty("node");
    });

    it("takes what a node offers from the one who knows it", () => {
        const args = { name: "a", machineType: "n9-mega-1", node: { cpu: "7", memory: "24Gi" } };
        expect(nodePools.gkeSpot(args).node).toEqual(args.node);
        expect(nodePools.gkeOnDemand(args).node).toEqual(args.node);
    });
});

describe("the profile of nodes on demand on GKE", () => {
    it("has no notice, and a taint unless there is to be none", () => {
        const args = { name: "base", machineType: "n4-standard-4" };
        const label = { "agent-autoscaling/node-pool": "base" };
        expect(nodePools.gkeOnDemand(args)).toEqual({
            name: "base",
            labels: label,
            taints: [{ key: "agent-autoscaling/node-pool", value: "base", effect: "NoSchedule" }],
            capacity: "OnDemand",
            node: NODE,
        });
        expect(nodePools.gkeOnDemand({ ...args, taint: false })).toEqual({
            name: "base",
            labels: label,
            capacity: "OnDemand",
            node: NODE,
        });
    });
});

describe("the profile of a ComputeClass", () => {
    it("asks for the class, and leaves the taint of the class to GKE", () => {
        expect(nodePools.gkeComputeClass({ name: "agents" })).toEqual({
            name: "agents",
            labels: { "cloud.google.com/compute-class": "agents" },
            capacity: "OnDemand",
        });
    });

    it("tolerates spot and has its notice where a rung is on spot", () => {
        const args = { name: "agents", spot: true, machineType: "n4-standard-4" };
        expect(nodePools.gkeComputeClass(args)).toEqual({
            name: "agents",
            labels: { "cloud.google.com/compute-class": "agents" },
            taints: [SPOT_TAINT],
            capacity: "Spot",
            noticeSeconds: 15,
            node: NODE,
        });
    });
});

it("gives only profiles that a pool takes", () => {
    const profiles = [
        nodePools.gkeSpot({ name: "a", machineType: "a2-highgpu-1g", shutdownGraceSeconds: 5 }),
        nodePools.gkeOnDemand({ name: "a", machineType: "e2-medium" }),
        nodePools.gkeComputeClass({ name: "a", spot: true }),
    ];
    expect(profiles.flatMap((profile) => checkShape(profile, NODE_POOL_PROFILE_SHAPE))).toEqual([]);
});
