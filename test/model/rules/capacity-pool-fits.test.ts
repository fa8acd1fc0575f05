import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { capacityPoolFits } from "../../../model/rules/capacity-pool-fits";
import { findings } from "./support/findings";
import { eksNodeGroup, gkeNodePool, karpenterNodePool } from "./support/node-pools";
import { container, deployment, intent, scaledJob, scaledObject, secret, unknown } from "./support/objects";

const NODE = { cpu: "4", memory: "16Gi" };
const requests = (cpu: string, memory: string) => ({
    containers: [container({ resources: { requests: { cpu, memory } } })],
});

interface PoolParts {
    readonly podSpec?: object;
    readonly node?: object;
    readonly name?: string;
    readonly cpu?: string;
}

/** A Deployment and what scales it to a ceiling, with 3 vCPU a pod, bound to the nodes with `pool: agents`. */
function pool(
    max: unknown,
    { podSpec = {}, node = NODE, name = "worker", cpu = "3" }: PoolParts = {},
): Declared[] {
    const named = { name, ...intent({ nodePool: { name: "agents", node } }) };
    return [
        deployment(
            {
                nodeSelector: { pool: "agents" },
                tolerations: [{ key: "agents.example.com/spot", operator: "Exists" }],
                ...requests(cpu, "2Gi"),
                ...podSpec,
            },
            { metadata: named },
        ),
        scaledObject({ maxReplicaCount: max, scaleTargetRef: { name } }, { name }),
    ];
}

const eks = (maxSize: unknown, inputs: object = {}): Declared =>
    eksNodeGroup({
        scalingConfig: { minSize: 0, desiredSize: 0, maxSize },
        labels: { pool: "agents" },
        ...inputs,
    });
const found = (...objects: readonly Declared[]) => findings(capacityPoolFits, ...objects);

describe("capacity-pool-fits on a node group", () => {
    it("reports a maximum below the nodes that the pool fills, with both numbers that would fit", () => {
        expect(found(eks(20), ...pool(21))).toMatchObject([
            {
                severity: "warning",
                message:
                    "at its ceiling agents/worker (21 pods of 3 vCPU, 2 GiB) fills 21 nodes of 4 vCPU, 16 GiB, and the most is 20 nodes",
                fix: "fits at scalingConfig.maxSize >= 21, or with a ceiling of agents/worker <= 20",
                path: "scalingConfig.maxSize",
            },
        ]);
    });

    it("is quiet at the very number", () => {
        expect(found(eks(20), ...pool(20))).toEqual([]);
        expect(found(eks(10), ...pool(20, { cpu: "2" }))).toEqual([]);
        expect(found(eks(10), ...pool(21, { cpu: "2" }))).toHaveLength(1);
    });

    it("packs the pools that share the nodes, the largest first", () => {
        const small = pool(20, { name: "small", cpu: "1" });
        expect(found(eks(20), ...pool(20), ...small)).toEqual([]);
        const [finding, ...more] = found(eks(20), ...small, ...pool(21));
        expect(more).toEqual([]);
        expect(finding?.message).toBe(
            "at their ceilings agents/small (20 pods of 1 vCPU, 2 GiB), agents/worker (21 pods of 3 vCPU, 2 GiB) fill 21 nodes of 4 vCPU, 16 GiB, and the most is 20 nodes",
        );
        expect(found(eks(20), ...pool(21), ...small)).toEqual([finding]);
    });

    it("names the first of many pools", () => {
        const many = ["a", "b", "c", "d", "e"].flatMap((name) => pool(10, { name }));
        expect(found(eks(20), ...many)).toMatchObject([
            {
                message: expect.stringMatching(
                    /agents\/a .*agents\/b .*agents\/c \(10 pods[^)]*\) and 2 more fill 50 nodes/,
                ) as unknown,
                fix: "fits at scalingConfig.maxSize >= 50",
            },
        ]);
    });

    it("counts the pods of jobs, and offers no lower ceiling for them", () => {
        const metadata = intent({ nodePool: { node: NODE } });
        const podSpec = {
            nodeSelector: { pool: "agents" },
            tolerations: [{ operator: "Exists" }],
            ...requests("3", "2Gi"),
        };
        expect(found(eks(9), scaledJob({}, metadata, podSpec))).toMatchObject([
            { fix: "fits at scalingConfig.maxSize >= 10" },
        ]);
        expect(found(eks(10), scaledJob({}, metadata, podSpec))).toEqual([]);
    });

    it("leaves out pools that are not bound to the group", () => {
        const free = { nodeSelector: {} };
        expect(found(eks(2), ...pool(20, { podSpec: free }))).toEqual([]);
        expect(found(eks(2), ...pool(20, { podSpec: { nodeSelector: { pool: "other" } } }))).toEqual([]);
        expect(found(eks(2), ...pool(20, { podSpec: { tolerations: [] } }))).toEqual([]);
        expect(found(eks(2), ...pool(20), ...pool(20, { name: "free", podSpec: free }))).toHaveLength(1);
    });

    it("adds groups up between which a pool may choose", () => {
        const two = (most: number) => [eks(10), named(eks(most, { capacityType: "ON_DEMAND" }), "base")];
        expect(found(...two(10), ...pool(20))).toEqual([]);
        expect(found(...two(9), ...pool(20))).toMatchObject([
            {
                message: expect.stringContaining("and the most is 19 nodes") as unknown,
                fix: "fits at 20 nodes of base and spot together, or with a ceiling of agents/worker <= 19",
            },
        ]);
        const spotOnly = { nodeSelector: { pool: "agents", "eks.amazonaws.com/capacityType": "SPOT" } };
        const spot = pool(11, { name: "spot-only", podSpec: spotOnly });
        expect(found(...two(20), ...spot)).toMatchObject([{ resource: { name: "spot" } }]);
        const fitting = pool(10, { name: "spot-only", podSpec: spotOnly });
        expect(found(...two(20), ...fitting, ...pool(20))).toEqual([]);
        expect(found(...two(20), ...spot, ...pool(20))).toHaveLength(2);
    });

    it("says nothing where the shape of a node, or the maximum, is not known", () => {
        expect(found(eks(2), ...pool(20, { node: {} }))).toEqual([]);
        expect(found(eks(2), ...pool(20, { node: { cpu: "4" } }))).toEqual([]);
        // Pods that no node has room for are found by pod-fits-node.
        expect(found(eks(2), ...pool(20, { cpu: "5" }))).toEqual([]);
        for (const hidden of [unknown(), secret(), "20"])
            expect(found(eks(hidden), ...pool(200))).toEqual([]);
        expect(found(eks(2), ...pool(unknown()))).toEqual([]);
    });

    it("judges a maximum that later applies leave alone as what the group is created with", () => {
        for (const ignored of ["scalingConfig", "scalingConfig.maxSize", "*"]) {
            const group = ignoring(eks(20), ignored);
            expect(found(group, ...pool(21))).toMatchObject([
                {
                    severity: "warning",
                    message: expect.stringMatching(
                        /fills 21 nodes of .*, and the most is 20 nodes as it is created$/,
                    ) as unknown,
                    fix: "fits at scalingConfig.maxSize >= 21, which only a new group takes over, or with a ceiling of agents/worker <= 20",
                    path: "scalingConfig.maxSize",
                },
            ]);
            expect(found(group, ...pool(20))).toEqual([]);
        }
        const base = named(ignoring(eks(9), "scalingConfig"), "base");
        expect(found(eks(10), base, ...pool(20))).toMatchObject([
            { message: expect.stringMatching(/the most is 19 nodes as they are created$/) as unknown },
        ]);
        expect(found(ignoring(eks(unknown()), "scalingConfig"), ...pool(200))).toEqual([]);
    });

    it("takes the shape in which they need the fewest nodes", () => {
        const large = { cpu: "8", memory: "32Gi" };
        const two = [...pool(10), ...pool(10, { name: "other", node: large })];
        expect(found(eks(10), ...two)).toEqual([]);
        expect(found(eks(9), ...two)).toMatchObject([
            { message: expect.stringContaining("fill 10 nodes of 8 vCPU, 32 GiB") as unknown },
        ]);
    });

    it("notes where it is not known whether pods land there", () => {
        const hidden = [unknown(), secret()];
        for (const value of hidden) {
            for (const [podSpec, path] of [
                [{ nodeSelector: value }, "spec.template.spec.nodeSelector"],
                [{ nodeSelector: { pool: value } }, "spec.template.spec.nodeSelector.pool"],
                [{ tolerations: value }, "spec.template.spec.tolerations"],
                [{ affinity: value }, "spec.template.spec.affinity"],
            ] as const) {
                expect(found(eks(2), ...pool(20, { podSpec }))).toMatchObject([{ severity: "note", path }]);
            }
            expect(found(eks(2, { labels: value }), ...pool(20))).toMatchObject([
                { severity: "note", path: "labels" },
            ]);
            expect(found(eks(2, { taints: value }), ...pool(20))).toMatchObject([
                { severity: "note", path: "taints" },
            ]);
        }
        const output = unknown();
        expect(
            found(
                eks(2, { labels: { pool: output } }),
                ...pool(20, { podSpec: { nodeSelector: { pool: output } } }),
            ),
        ).toMatchObject([{ severity: "warning" }]);
        expect(found(...pool(20, { podSpec: { nodeSelector: unknown() } }))).toEqual([]);
    });
});

describe("capacity-pool-fits on a node pool of GKE", () => {
    const gke = (inputs: object): Declared =>
        gkeNodePool({ ...inputs }, { labels: { pool: "agents" }, taints: [] });
    const perZone = { autoscaling: { minNodeCount: 0, maxNodeCount: 5 } };

    it("counts a limit in total", () => {
        expect(found(gke({}), ...pool(20))).toEqual([]);
        expect(found(gke({}), ...pool(21))).toMatchObject([
            { fix: expect.stringContaining("fits at autoscaling.totalMaxNodeCount >= 21") as unknown },
        ]);
    });

    it("judges limits that later applies leave alone as what the pool is created with", () => {
        const pools = ignoring(gke({}), "autoscaling");
        expect(found(pools, ...pool(20))).toEqual([]);
        expect(found(pools, ...pool(21))).toMatchObject([
            { message: expect.stringMatching(/the most is 20 nodes as it is created$/) as unknown },
        ]);
    });

    it("counts a limit for each zone where the zones are known", () => {
        const zones = { ...perZone, nodeLocations: ["europe-west1-b", "europe-west1-c"] };
        expect(found(gke(zones), ...pool(10))).toEqual([]);
        expect(found(gke(zones), ...pool(11))).toMatchObject([
            {
                message: expect.stringContaining("and the most is 10 nodes") as unknown,
                fix: "fits at autoscaling.maxNodeCount >= 6, or with a ceiling of agents/worker <= 10",
            },
        ]);
        expect(found(gke({ ...perZone, location: "europe-west1-b" }), ...pool(6))).toHaveLength(1);
        expect(found(gke({ ...perZone, location: "europe-west1" }), ...pool(60))).toEqual([]);
        expect(found(gke(perZone), ...pool(60))).toEqual([]);
    });
});

describe("capacity-pool-fits on a NodePool of Karpenter", () => {
    it("counts nodes, CPU and memory against its limits", () => {
        const limited = (limits: unknown) => found(karpenterNodePool({ limits }), ...pool(10));
        expect(limited({ nodes: 9 })).toMatchObject([
            {
                path: "spec.limits.nodes",
                fix: "fits at spec.limits.nodes >= 10, or with a ceiling of agents/worker <= 9",
            },
        ]);
        expect(limited({ cpu: "39" })).toMatchObject([
            {
                path: "spec.limits.cpu",
                message:
                    "at its ceiling agents/worker (10 pods of 3 vCPU, 2 GiB) fills 10 nodes of 4 vCPU, 16 GiB, 40 vCPU together, and the most is 39 vCPU",
                fix: "fits at spec.limits.cpu >= 40 and what 10 nodes keep for themselves, or with a ceiling of agents/worker <= 9",
            },
        ]);
        expect(limited({ memory: "159Gi" })).toMatchObject([
            { path: "spec.limits.memory", fix: expect.stringContaining(">= 160Gi and") as unknown },
        ]);
        expect(limited({ nodes: 10, cpu: 40, memory: "160Gi" })).toEqual([]);
        expect(limited(undefined)).toEqual([]);
        expect(limited({ "nvidia.com/gpu": 1 })).toEqual([]);
    });

    it("says of limits that later applies leave alone that they are those of a new one", () => {
        const limited = (cpu: string) =>
            found(ignoring(karpenterNodePool({ limits: { cpu } }), "spec.limits"), ...pool(10));
        expect(limited("39")).toMatchObject([
            { message: expect.stringMatching(/the most is 39 vCPU as it is created$/) as unknown },
        ]);
        expect(limited("40")).toEqual([]);
    });

    it("counts what pods request where nobody states the shape of a node", () => {
        const limited = (limits: object) => found(karpenterNodePool({ limits }), ...pool(10, { node: {} }));
        expect(limited({ cpu: "30", memory: "20Gi", nodes: 1 })).toEqual([]);
        expect(limited({ cpu: "29" })).toMatchObject([
            {
                message:
                    "at its ceiling agents/worker (10 pods of 3 vCPU, 2 GiB) requests 30 vCPU together, and the most is 29 vCPU",
                fix: "fits at spec.limits.cpu >= 30, or with a ceiling of agents/worker <= 9",
            },
        ]);
        expect(limited({ memory: "19Gi" })).toHaveLength(1);
    });

    it("takes a static pool for as large as it is", () => {
        expect(found(karpenterNodePool({ replicas: 10 }), ...pool(10))).toEqual([]);
        expect(found(karpenterNodePool({ replicas: 9 }), ...pool(10))).toMatchObject([
            { path: "spec.replicas" },
        ]);
        expect(found(karpenterNodePool({ replicas: 9, limits: { nodes: 10 } }), ...pool(10))).toHaveLength(1);
    });

    it("adds nothing up with a pool that has no limit", () => {
        const unlimited = named(karpenterNodePool({}), "more");
        expect(found(karpenterNodePool({ limits: { nodes: 1 } }), unlimited, ...pool(10))).toEqual([]);
    });

    it("notes limits that are not known where pools are bound to them", () => {
        for (const hidden of [unknown(), secret()]) {
            const limits = { nodes: 20, cpu: hidden };
            expect(found(karpenterNodePool({ limits }), ...pool(10))).toMatchObject([
                { severity: "note", path: "spec.limits.cpu" },
            ]);
            expect(found(karpenterNodePool({ limits }))).toEqual([]);
            expect(found(karpenterNodePool({ limits: hidden }), ...pool(10))).toHaveLength(1);
        }
    });
});

function named(each: Declared, name: string): Declared {
    return { ...each, object: { ...each.object, metadata: { name } } };
}

function ignoring(each: Declared, place: string): Declared {
    return { ...each, options: { ignoreChanges: [place] } };
}
