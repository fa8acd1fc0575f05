import { gkeComputeClass, gkeOnDemand, gkeSpot } from "./gke-profiles";
import { karpenterProfile } from "./karpenter-profile";

/**
 * Profiles of node pools: plain data that is handed both to the component that makes the nodes and to
 * `placement.nodePool` of the pools of agents on them, so that label, taint, toleration, notice and price cannot differ.
 *
 * @example
 * const spot = nodePools.gkeSpot({ name: "research", machineType: "n4-standard-4" });
 */
export const nodePools = { gkeSpot, gkeOnDemand, gkeComputeClass, karpenter: karpenterProfile } as const;
