import type { NodePoolProfileArgs, NodeShapeArgs } from "../pool";
import { NodeCapacity } from "../pool";
import { CAPACITY_SPREAD_LABEL } from "./capacity-spread";
import { NODE_POOL_KEY } from "./node-pool-key";

/** What the nodes of a Karpenter pool are known by, and how they are bought. */
export interface KarpenterProfileArgs {
    /** What the pool is called; its nodes have it as a label, and a taint that keeps all other pods off. */
    name: string;
    /** How its nodes are bought. Default: `SpotPreferred`. */
    capacity?: NodeCapacity;
    /** Of `SpotPreferred`, the percentage of pods that is meant to run on demand, 10 to 90. Default: 20, one pod in five. */
    onDemandShare?: number;
    /** What one node offers to pods. Default: not known, since Karpenter chooses among many machines. */
    node?: NodeShapeArgs;
}

/** EC2's notice of a spot interruption, in seconds (AWS, Spot Instance interruption notices). */
const SPOT_NOTICE_SECONDS = 120;

const DEFAULT_SHARE = 20;

/**
 * The profile of a Karpenter pool: one label that only its nodes have, one taint, and what spot means for its pods. Hand
 * it to `KarpenterNodePool` as `profile` and to pools as `placement.nodePool`.
 *
 * @example karpenterProfile({ name: "agents" })
 */
export function karpenterProfile({
    name,
    capacity = NodeCapacity.SpotPreferred,
    onDemandShare = DEFAULT_SHARE,
    node,
}: KarpenterProfileArgs): NodePoolProfileArgs {
    return {
        name,
        labels: { [NODE_POOL_KEY]: name },
        taints: [{ key: NODE_POOL_KEY, value: name }],
        capacity,
        ...(capacity === NodeCapacity.OnDemand ? {} : { noticeSeconds: SPOT_NOTICE_SECONDS }),
        ...(capacity === NodeCapacity.SpotPreferred
            ? { onDemandShare, spreadLabel: CAPACITY_SPREAD_LABEL }
            : {}),
        ...(node === undefined ? {} : { node }),
    };
}
