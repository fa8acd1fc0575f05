export {
    KarpenterArchitecture,
    KarpenterCapacityType,
    KarpenterConsolidation,
    KarpenterDisruptionReason,
    KarpenterFlavor,
} from "../../model/aws";
export type {
    InterruptionQueueArgs,
    KarpenterBudgetArgs,
    KarpenterBudgetWindowArgs,
    KarpenterDisruptionArgs,
    KarpenterLimitsArgs,
    KarpenterNodeClassArgs,
    KarpenterNodePoolArgs,
    KarpenterRequirementsArgs,
    KarpenterSelectorArgs,
} from "../../model/aws";
export { InterruptionQueue } from "./interruption-queue";
export { KarpenterNodePool } from "./karpenter-node-pool";
