import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WarmStrategy, type WarmCapacityArgs } from "../../model/warm";
import { CleanUp } from "./support/clean-up";
import {
    apply,
    createNamespace,
    get,
    kubectl,
    list,
    removeNamespace,
    type LiveObject,
} from "./support/cluster";
import { eventually } from "./support/eventually";
import { createNode, removeNode } from "./support/nodes";
import { Stack } from "./support/stack";

interface LivePod extends LiveObject {
    readonly spec: { readonly nodeName?: string; readonly priority?: number };
}

/** Two of them fill a node of sixteen CPUs, so that a third has no room. */
const REQUESTS = { cpu: "7", memory: "4Gi" };
const PLACEHOLDERS = 4;

describe("room that placeholders keep", () => {
    const cleanUp = new CleanUp();
    let namespace: string;
    let own: string[];

    const nodesOf = (pods: readonly LivePod[]): string[] => pods.flatMap(({ spec }) => spec.nodeName ?? []);

    /** The placeholders, once so many of them have a node and all others wait for one. */
    const placeholders = async (what: string, placed: number): Promise<LivePod[]> =>
        eventually(
            what,
            () => list<LivePod>("pods", namespace, `agent-autoscaling/warm-capacity=${namespace}`),
            (pods) => pods.length === PLACEHOLDERS && nodesOf(pods).length === placed,
        );

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("warm"), removeNamespace);
        const taint = { key: "agents", value: namespace };
        own = [`${namespace}-a`, `${namespace}-b`];
        for (const name of own) {
            const taints = [{ ...taint, effect: "NoSchedule" }];
            await cleanUp.after(createNode(name, { labels: { agents: namespace }, taints }), removeNode);
        }
        const args: WarmCapacityArgs = {
            namespace,
            of: {
                resources: { requests: REQUESTS },
                placement: { nodePool: { name: "own", labels: { agents: namespace }, taints: [taint] } },
            },
            replicas: PLACEHOLDERS,
            strategy: WarmStrategy.Balloon,
        };
        const stack = await cleanUp.after(
            // The priority class has it in its name too, which belongs to the whole cluster.
            Stack.create({ program: "test/e2e/programs/warm", config: { rooms: { [namespace]: args } } }),
            (made) => made.remove(),
        );
        await stack.up();
    });

    it("is on the nodes of the pool, and has the lowest priority for which a node is bought", async () => {
        const pods = await placeholders("all placeholders have a node", PLACEHOLDERS);
        expect(nodesOf(pods).sort()).toEqual([...own, ...own].sort());
        expect(pods.map(({ spec }) => spec.priority)).toEqual(pods.map(() => -10));
    });

    it("is given to a pod of the pool at once, and wanted again behind it", async () => {
        await apply({
            apiVersion: "v1",
            kind: "Pod",
            metadata: { name: "agent", namespace },
            spec: {
                nodeSelector: { agents: namespace },
                tolerations: [{ key: "agents", operator: "Exists" }],
                containers: [
                    { name: "agent", image: "registry.invalid/agent:1", resources: { requests: REQUESTS } },
                ],
            },
        });
        const agent = await eventually(
            "the agent has a node",
            () => get<LivePod>("pod", "agent", namespace),
            (pod) => pod?.spec.nodeName !== undefined,
        );
        expect(own).toContain(agent?.spec.nodeName);
        await placeholders("one placeholder waits for a node", PLACEHOLDERS - 1);
    });

    it("is filled again when the pod has gone", async () => {
        await kubectl(["delete", "pod", "agent", "--namespace", namespace, "--grace-period=0", "--force"]);
        await placeholders("all placeholders have a node again", PLACEHOLDERS);
    });
});
