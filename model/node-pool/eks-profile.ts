import type { NodePoolProfileArgs } from "../pool";
import { NodeCapacity, TaintEffect } from "../pool";
import { eksSmallest } from "./eks-allocatable";
import type { EksNodePoolArgs } from "./eks-node-pool-args";
import { NODE_POOL_KEY } from "./node-pool-key";

/** Seconds from the notice that an instance is taken to its end (AWS, Spot Instance interruption notices). */
const SPOT_NOTICE_SECONDS = 120;

/**
 * The profile of a pool of spot nodes, for `EksSpotNodeGroup` and for the pools that are to run there.
 *
 * @example
 * const spot = nodePools.eksSpot({ name: "spot", instanceTypes: ["m7i.xlarge", "m7a.xlarge", "m6i.xlarge", "m5.xlarge"] });
 */
export function eksSpot(args: EksNodePoolArgs): NodePoolProfileArgs {
    return { ...profile(args), capacity: NodeCapacity.Spot, noticeSeconds: SPOT_NOTICE_SECONDS };
}

/** The profile of a pool of nodes on demand, which no notice ends. */
export function eksOnDemand(args: EksNodePoolArgs): NodePoolProfileArgs {
    return { ...profile(args), capacity: NodeCapacity.OnDemand };
}

function profile({ name, instanceTypes, taint = true, node }: EksNodePoolArgs): NodePoolProfileArgs {
    const shape = node ?? eksSmallest(instanceTypes);
    return {
        name,
        labels: { [NODE_POOL_KEY]: name },
        ...(taint ? { taints: [{ key: NODE_POOL_KEY, value: name, effect: TaintEffect.NoSchedule }] } : {}),
        ...(shape === undefined ? {} : { node: shape }),
    };
}
