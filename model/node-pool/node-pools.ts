import { eksOnDemand, eksSpot } from "./eks-profile";
import { gkeComputeClass, gkeOnDemand, gkeSpot } from "./gke-profiles";
import { karpenterProfile } from "./karpenter-profile";

/**
 * Profiles of node pools: plain data that is handed both to the component that makes the nodes and to
 * `placement.nodePool` of the pools of agents on them, so that label, taint, toleration, notice and price cannot differ.
 *
 * @example
 * const spot = nodePools.eksSpot({ name: "research", instanceTypes: ["m7i.xlarge", "m7a.xlarge", "m6i.xlarge"] });
 */
export const nodePools = {
    eksSpot,
    eksOnDemand,
    gkeSpot,
    gkeOnDemand,
    gkeComputeClass,
    karpenter: karpenterProfile,
} as const;
