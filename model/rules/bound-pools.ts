import type { NodeSize, PodsOfSize } from "../capacity";
import { nodeSize } from "../capacity";
import { poolCosts, poolName } from "../cost";
import { showLeaf } from "../declared";
import type { Fleet, FleetNodes, FleetScaler, HiddenPlace } from "../fleet";
import { landsOn, podBounds } from "../fleet";

/** A pool at its ceiling, and the nodes that its pods are bound to. */
export interface BoundPool {
    readonly name: string;
    readonly scaler: FleetScaler;
    readonly pods: PodsOfSize;
    /** What one of the nodes offers to pods, where the pool's author says so. */
    readonly node: NodeSize | undefined;
    readonly nodes: readonly FleetNodes[];
}

/** Pools that have nowhere to run but on some groups of nodes. */
export interface SharedNodes {
    readonly nodes: readonly FleetNodes[];
    readonly pools: readonly BoundPool[];
}

/** The pools of a fleet that are bound to groups of nodes, and where it stands what is not known of that. */
export interface BoundPools {
    readonly pools: readonly BoundPool[];
    readonly hidden: readonly HiddenPlace[];
}

/** Bounds that are not known are noted by scale-bounds, and requests by container-resources. */
export function boundPools(fleet: Fleet): BoundPools {
    if (fleet.nodes.length === 0) return { pools: [], hidden: [] };
    const hidden: HiddenPlace[] = [];
    const named = [...fleet.nodes].sort((a, b) => byText(nodesName(a), nodesName(b)));
    const pools = poolCosts(fleet).flatMap((pool): BoundPool[] => {
        const { scaler, pod } = pool;
        const count = podBounds(scaler)?.ceiling ?? 0;
        const { workload } = scaler;
        if (workload === undefined || pod === undefined || count < 1 || count === Infinity) return [];
        const landings = named.map((nodes) => ({ nodes, landing: landsOn(workload, nodes) }));
        const places = landings.map(({ landing }) => landing).filter((each) => typeof each === "object");
        hidden.push(...places);
        // Where it is not known whether there are more nodes for them, there may be enough.
        const nodes = places.length > 0 ? [] : landings.filter(({ landing }) => landing === true);
        if (nodes.length === 0) return [];
        return [
            {
                name: poolName(pool),
                scaler,
                pods: { size: pod, count },
                node: nodeSize(scaler.intent?.nodePool?.node),
                nodes: nodes.map((each) => each.nodes),
            },
        ];
    });
    return { pools: pools.sort((a, b) => byText(a.name, b.name)), hidden };
}

/** What a group of nodes is called in messages. */
export function nodesName({ declared }: FleetNodes): string {
    return showLeaf(declared.object.metadata["name"] ?? "");
}

function byText(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

/** For each group of nodes, or several that a pool may choose between, all pools that have only those. */
export function sharedNodes(pools: readonly BoundPool[]): SharedNodes[] {
    const poolsOn = new Map<FleetNodes, BoundPool[]>();
    for (const pool of pools) {
        for (const nodes of pool.nodes) {
            const others = poolsOn.get(nodes);
            if (others === undefined) poolsOn.set(nodes, [pool]);
            else others.push(pool);
        }
    }
    const number = new Map([...poolsOn.keys()].map((nodes, index) => [nodes, index]));
    const sets = new Map(pools.map(({ nodes }) => [nodes.map((each) => number.get(each)).join(" "), nodes]));
    return [...sets.values()].map((nodes) => {
        const near = new Set(nodes.flatMap((each) => poolsOn.get(each) ?? []));
        return {
            nodes,
            pools: pools.filter((pool) => near.has(pool) && pool.nodes.every((each) => nodes.includes(each))),
        };
    });
}
