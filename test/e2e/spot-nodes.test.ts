import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { manifests } from "../../model/manifests";
import { resolve, ScalingPolicyType, type NodePoolProfileArgs } from "../../model/pool";
import { CleanUp } from "./support/clean-up";
import {
    apply,
    createNamespace,
    get,
    kubectl,
    list,
    removeNamespace,
    type LiveObject,
    type LiveWorkload,
} from "./support/cluster";
import { eventually } from "./support/eventually";
import { createNode, removeNode } from "./support/nodes";
import { queueWorker } from "./support/pools";
import { startRedis } from "./support/redis";

interface LivePod extends LiveObject {
    readonly metadata: LiveObject["metadata"] & { readonly deletionTimestamp?: string };
    readonly spec: { readonly nodeName?: string };
    readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

interface LiveBudget extends LiveObject {
    readonly status: { readonly desiredHealthy: number };
}

const POOL = "worker";
const MAX = 10;

const AT_ONCE = { policies: [{ type: ScalingPolicyType.Pods, value: MAX, periodSeconds: 15 }] };

/** Nodes by how they were bought, with their value of the spread label, as Karpenter divides them for 20 % on demand. */
const NODES = {
    "on-demand": { a: "1", b: "1" },
    spot: { c: "2", d: "3", e: "4", f: "5" },
};

describe("pods on spot nodes with a share on demand", () => {
    const cleanUp = new CleanUp();
    let namespace: string;
    let base: string[];
    let spot: string[];

    const pods = async () => {
        const found = await list<LivePod>("pods", namespace, `agent-autoscaling/pool=${POOL}`);
        return found.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
    };
    const isReady = ({ status }: LivePod) =>
        status.conditions?.some(({ type, status: is }) => type === "Ready" && is === "True") ?? false;
    const atCeiling = () =>
        eventually(`${MAX} pods are ready`, pods, (found) => found.length === MAX && found.every(isReady));

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("spot"), removeNamespace);
        const redis = await cleanUp.after(startRedis(), (server) => server.stop());
        const taint = { key: "agents", value: namespace };
        const create = (capacity: keyof typeof NODES) =>
            Promise.all(
                Object.entries(NODES[capacity]).map(([letter, value]) => {
                    const labels = {
                        agents: namespace,
                        "karpenter.sh/capacity-type": capacity,
                        "example.com/spread": value,
                    };
                    const taints = [{ ...taint, effect: "NoSchedule" }];
                    return cleanUp.after(
                        createNode(`${namespace}-${letter}`, { labels, taints }),
                        removeNode,
                    );
                }),
            );
        [base, spot] = await Promise.all([create("on-demand"), create("spot")]);
        const nodePool: NodePoolProfileArgs = {
            name: "agents",
            labels: { agents: namespace },
            taints: [taint],
            capacity: "SpotPreferred",
            onDemandShare: 20,
            spreadLabel: "example.com/spread",
        };
        const { pool, findings } = resolve(POOL, {
            ...queueWorker(
                namespace,
                { address: redis.address, listName: "tasks", listLength: 5 },
                { maxReplicas: MAX, behavior: { scaleUp: AT_ONCE } },
            ),
            placement: { nodePool },
        });
        if (pool === undefined) throw new Error(JSON.stringify(findings));
        // More than twice what the ceiling works through, so that nothing but the ceiling holds.
        await redis.push("tasks", 120);
        // Gone before its nodes: nobody ends the pods of a node that is not there.
        await cleanUp.after(apply(...manifests(pool).map(({ object }) => object)), () =>
            removeNamespace(namespace),
        );
    });

    it("are on nodes of their own and nowhere else, one in five on demand", async () => {
        const nodes = (await atCeiling()).map(({ spec }) => spec.nodeName ?? "");
        expect(nodes.filter((node) => ![...base, ...spot].includes(node))).toEqual([]);
        expect(nodes.filter((node) => base.includes(node))).toHaveLength(MAX / 5);
    });

    it("move to the base when all spot nodes are taken away, within their budget and below the ceiling", async () => {
        await atCeiling();
        const budgets = await list<LiveBudget>("poddisruptionbudgets.policy", namespace);
        const healthy = budgets[0]?.status.desiredHealthy ?? 0;
        expect(healthy).toBeGreaterThan(0);

        // What a handler of the notice does: no new pods, and evictions until the nodes are empty.
        const seen: { ready: number; running: number; wanted: number }[] = [];
        let isDrained = false;
        const drained = kubectl([
            "drain",
            ...spot,
            "--force",
            "--ignore-daemonsets",
            "--delete-emptydir-data",
            "--timeout=50s",
        ]).finally(() => (isDrained = true));
        while (!isDrained) {
            const [found, workload] = await Promise.all([
                pods(),
                get<LiveWorkload>("deployment", POOL, namespace),
            ]);
            const ready = found.filter(isReady).length;
            seen.push({ ready, running: found.length, wanted: workload?.spec.replicas ?? 0 });
        }
        await drained;
        await Promise.all(spot.map(removeNode));

        const moved = await atCeiling();
        expect(moved.filter(({ spec }) => !base.includes(spec.nodeName ?? ""))).toEqual([]);
        expect(seen.length).toBeGreaterThan(2);
        expect(Math.min(...seen.map(({ ready }) => ready))).toBeGreaterThanOrEqual(healthy);
        expect(Math.max(...seen.map(({ running }) => running))).toBeLessThanOrEqual(MAX);
        expect(Math.max(...seen.map(({ wanted }) => wanted))).toBeLessThanOrEqual(MAX);
    });
});
