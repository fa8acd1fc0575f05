import type { NodeSize, PodSize } from "../capacity";
import { nodesFilled } from "../capacity";
import type { Declared, Path } from "../declared";
import { known } from "../fleet";
import type { BoundPool, SharedNodes } from "./bound-pools";
import { ignoresChanges } from "./ignores-changes";

const BYTES_PER_GIB = 1024 ** 3;

/** What a bound of nodes is in. */
export type NodeUnit = "nodes" | "vcpu" | "memoryGib";

/** A bound of nodes that pools share. */
export interface NodeBound {
    readonly unit: NodeUnit;
    readonly declared: Declared;
    readonly path: Path;
    readonly limit: number;
    /** Whether applies leave it alone later, so that it is known of new nodes only. */
    readonly isAsCreated: boolean;
}

/** What pools come to at their ceilings, in the unit of a bound. */
export interface Need {
    readonly amount: number;
    /** The nodes that they fill, where the shape of one is stated. */
    readonly filled?: { readonly count: number; readonly node: NodeSize };
}

/** The bounds that are known of some nodes. One that applies leave alone holds when its nodes are created. */
export function nodeBounds({ nodes }: SharedNodes): NodeBound[] {
    const [first] = nodes;
    if (first === undefined) return [];
    const { declared, most } = first;
    const counts = nodes.map(({ most: { nodes: count } }) => known(count));
    const isCounted = counts.every((count) => count !== undefined);
    const bounds: NodeBound[] = isCounted
        ? [
              {
                  unit: "nodes",
                  declared,
                  path: most.nodes.path,
                  limit: counts.reduce((sum, each) => sum + each, 0),
                  isAsCreated: nodes.some((each) => ignoresChanges(each.declared, each.most.nodes.path)),
              },
          ]
        : [];
    // Only Karpenter counts CPU and memory, and for each of its node pools by itself.
    if (nodes.length > 1) return bounds;
    const [cpu, memory] = [known(most.cpu), known(most.memory)];
    if (cpu !== undefined) bounds.push(boundAt(declared, "vcpu", most.cpu.path, cpu.toNumber()));
    if (memory !== undefined) {
        const limit = memory.toNumber() / BYTES_PER_GIB;
        bounds.push(boundAt(declared, "memoryGib", most.memory.path, limit));
    }
    return bounds;
}

function boundAt(declared: Declared, unit: NodeUnit, path: Path, limit: number): NodeBound {
    return { unit, declared, path, limit, isAsCreated: ignoresChanges(declared, path) };
}

/**
 * The least that pools come to: of the nodes that they fill, or of what they request where nobody states a node's shape
 * that all of them fit on. Pods alone say nothing of a number of nodes.
 */
export function needOf(pools: readonly BoundPool[], unit: NodeUnit): Need | undefined {
    const shapes = new Map(
        pools.flatMap(({ node }) => (node === undefined ? [] : [[JSON.stringify(node), node]])),
    );
    const pods = pools.map((pool) => pool.pods);
    const filled = [...shapes.values()].flatMap((node) => {
        const count = nodesFilled(pods, node);
        return count === undefined
            ? []
            : [{ amount: count * (unit === "nodes" ? 1 : node[unit]), filled: { count, node } }];
    });
    const [least] = filled.sort((a, b) => a.amount - b.amount);
    if (least !== undefined || unit === "nodes") return least;
    return { amount: requested(pools, unit) };
}

function requested(pools: readonly BoundPool[], unit: Exclude<keyof PodSize, "gpus">): number {
    return pools.reduce((sum, { pods: { size, count } }) => sum + size[unit] * count, 0);
}
