import { parseQuantity } from "./parse-quantity";
import { Quantity } from "./quantity";

const BYTES_PER_GIB = 1024 ** 3;
/** Kubernetes' own limit for a node. */
const MOST_PODS = 110;
/** What a fraction of a pod may be short of a whole one by the way numbers are held. */
const ROUNDING = 1e-9;

/** What one pod takes from a node, in the units that prices are in. */
export interface PodSize {
    readonly vcpu: number;
    readonly memoryGib: number;
    /** GPUs of any kind. */
    readonly gpus: number;
}

/** What one node offers to pods, in the same units. */
export interface NodeSize extends PodSize {
    readonly pods: number;
}

/** So many pods of one size. */
export interface PodsOfSize {
    readonly size: PodSize;
    readonly count: number;
}

/** A node's shape as it is stated. */
interface StatedNode {
    readonly cpu?: string;
    readonly memory?: string;
    readonly gpus?: number;
    readonly pods?: number;
}

/** What a node offers to pods; `undefined` where its CPU or its memory is not stated. */
export function nodeSize(node: StatedNode | undefined): NodeSize | undefined {
    if (node?.cpu === undefined || node.memory === undefined) return undefined;
    const [cpu, memory] = [parseQuantity(node.cpu), parseQuantity(node.memory)];
    if (!(cpu instanceof Quantity) || !(memory instanceof Quantity)) return undefined;
    return {
        vcpu: cpu.toNumber(),
        memoryGib: memory.toNumber() / BYTES_PER_GIB,
        gpus: node.gpus ?? 0,
        pods: node.pods ?? MOST_PODS,
    };
}

/**
 * The pods of one size that a node has room for; 0 where it is too small for one.
 *
 * @example podsPerNode({ vcpu: 2, memoryGib: 8, gpus: 0 }, { vcpu: 7.9, memoryGib: 28, gpus: 0, pods: 58 }) // 3
 */
export function podsPerNode(pod: PodSize, node: NodeSize): number {
    return Math.min(
        Math.floor(node.vcpu / pod.vcpu + ROUNDING),
        Math.floor(node.memoryGib / pod.memoryGib + ROUNDING),
        pod.gpus === 0 ? Infinity : Math.floor(node.gpus / pod.gpus + ROUNDING),
        node.pods,
    );
}

/** Nodes that are filled alike. */
interface AlikeNodes {
    readonly free: NodeSize;
    readonly count: number;
}

/**
 * The nodes of one size that pods of several sizes fill, packed as cluster-autoscaler estimates them: the largest pods
 * first, each onto the first node with room for it (estimator/binpacking_estimator.go). `undefined` where a node is too
 * small for one of them.
 *
 * @example nodesFilled([{ size: { vcpu: 3, memoryGib: 1, gpus: 0 }, count: 5 }], node) // 5 on nodes of 4 vCPU
 */
export function nodesFilled(pods: readonly PodsOfSize[], node: NodeSize): number | undefined {
    let nodes: readonly AlikeNodes[] = [];
    for (const { size, count } of largestFirst(pods, node)) {
        const perNode = podsPerNode(size, node);
        if (perNode < 1) return undefined;
        const placed = fill(nodes, size, count);
        // Nodes alike stand together, so that many pods of few sizes are packed in few steps.
        nodes = [...placed.nodes, ...opened(node, size, placed.left, perNode)];
    }
    return nodes.reduce((sum, { count }) => sum + count, 0);
}

/** By the largest share of a node that a pod takes of anything. */
function largestFirst(pods: readonly PodsOfSize[], node: NodeSize): PodsOfSize[] {
    const share = ({ size }: PodsOfSize): number =>
        Math.max(
            size.vcpu / node.vcpu,
            size.memoryGib / node.memoryGib,
            size.gpus === 0 ? 0 : size.gpus / node.gpus,
        );
    return pods
        .filter(({ count }) => count > 0)
        .sort(
            (a, b) => share(b) - share(a) || b.size.vcpu - a.size.vcpu || b.size.memoryGib - a.size.memoryGib,
        );
}

/** Puts pods onto nodes that are there, and says how many are left over. */
function fill(
    nodes: readonly AlikeNodes[],
    size: PodSize,
    count: number,
): { readonly nodes: readonly AlikeNodes[]; readonly left: number } {
    let left = count;
    const filled = nodes.flatMap(({ free, count: alike }) => {
        const each = podsPerNode(size, free);
        if (each < 1 || left === 0) return [{ free, count: alike }];
        const full = Math.min(alike, Math.floor(left / each));
        const partly = full < alike ? left - full * each : 0;
        left -= full * each + partly;
        return [
            { free: without(free, size, each), count: full },
            { free: without(free, size, partly), count: partly > 0 ? 1 : 0 },
            { free, count: alike - full - (partly > 0 ? 1 : 0) },
        ].filter((group) => group.count > 0);
    });
    return { nodes: filled, left };
}

/** New nodes for pods of one size. */
function opened(node: NodeSize, size: PodSize, count: number, perNode: number): AlikeNodes[] {
    const rest = count % perNode;
    return [
        { free: without(node, size, perNode), count: Math.floor(count / perNode) },
        { free: without(node, size, rest), count: rest > 0 ? 1 : 0 },
    ].filter((group) => group.count > 0);
}

function without(free: NodeSize, size: PodSize, pods: number): NodeSize {
    return {
        vcpu: free.vcpu - pods * size.vcpu,
        memoryGib: free.memoryGib - pods * size.memoryGib,
        gpus: free.gpus - pods * size.gpus,
        pods: free.pods - pods,
    };
}
