import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
    AgentArchetype,
    PlacementStrategy,
    type AutoscaledAgentPoolArgs,
    type PlacementArgs,
} from "../../model/pool";
import { CleanUp } from "./support/clean-up";
import { createNamespace, list, removeNamespace, type LiveObject } from "./support/cluster";
import { eventually } from "./support/eventually";
import { createNode, removeNode } from "./support/nodes";
import { SMALL_CONTAINER } from "./support/pools";
import { Stack } from "./support/stack";

interface LivePod extends LiveObject {
    readonly spec: {
        readonly nodeName?: string;
        readonly tolerations?: readonly { readonly key?: string }[];
    };
}

const REPLICAS = 6;

describe("where pods run", () => {
    const cleanUp = new CleanUp();
    let namespace: string;
    let own: string[];
    let stack: Stack;

    /** The nodes of a pool's pods, once all of them have one. */
    const nodesOf = async (pool: string): Promise<string[]> => {
        const pods = await eventually(
            `${pool} has ${REPLICAS} pods with a node`,
            () => list<LivePod>("pods", namespace, `agent-autoscaling/pool=${pool}`),
            (found) => found.length === REPLICAS && found.every(({ spec }) => spec.nodeName !== undefined),
        );
        return pods.map(({ spec }) => spec.nodeName ?? "");
    };

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("placement"), removeNamespace);
        const taints = [{ key: "agents", value: namespace, effect: "NoSchedule" }];
        own = [`${namespace}-a`, `${namespace}-b`];
        for (const [index, name] of own.entries()) {
            const zone = index === 0 ? "zone-a" : "zone-b";
            await cleanUp.after(
                createNode(name, { labels: { agents: namespace }, taints, zone }),
                removeNode,
            );
        }
        const nodePool = {
            name: "agents",
            labels: { agents: namespace },
            taints: [{ key: "agents", value: namespace }],
        };
        const pool = (placement: PlacementArgs): AutoscaledAgentPoolArgs => ({
            archetype: AgentArchetype.Service,
            namespace,
            workload: { container: SMALL_CONTAINER },
            scale: {
                minReplicas: REPLICAS,
                maxReplicas: REPLICAS + 1,
                triggers: [{ cpu: { averageUtilization: 70 } }],
            },
            placement,
        });
        const pools = {
            spread: pool({ nodePool }),
            packed: pool({ nodePool, strategy: PlacementStrategy.Pack }),
            anywhere: pool({}),
        };
        stack = await cleanUp.after(
            Stack.create({ program: "test/e2e/programs/pools", config: { pools } }),
            (made) => made.remove(),
        );
        await stack.up();
    });

    it("is on the pool's own nodes, half on each, where they are to keep apart", async () => {
        const nodes = await nodesOf("spread");
        expect(own.map((node) => nodes.filter((name) => name === node).length)).toEqual([3, 3]);
    });

    it("is on one node, where they are to keep together", async () => {
        const nodes = await nodesOf("packed");
        expect(own).toContain(nodes[0]);
        expect(new Set(nodes).size).toBe(1);
    });

    it("is on no node that a taint keeps for others", async () => {
        const nodes = await nodesOf("anywhere");
        expect(nodes.filter((node) => own.includes(node))).toEqual([]);
        expect(new Set(nodes).size).toBeGreaterThan(1);
    });
});
