export {
    KarpenterArchitecture,
    KarpenterCapacityType,
    KarpenterConsolidation,
    KarpenterDisruptionReason,
    KarpenterFlavor,
} from "../../model/aws";
export type {
    KarpenterBudgetArgs,
    KarpenterBudgetWindowArgs,
    KarpenterDisruptionArgs,
    KarpenterLimitsArgs,
    KarpenterNodeClassArgs,
    KarpenterNodePoolArgs,
    KarpenterRequirementsArgs,
    KarpenterSelectorArgs,
} from "../../model/aws";
export { IdentityMode, NodeGroupPart, NodeGroupSizes, NodeSystem, WarmPoolState } from "../../model/aws";
export type {
    EksKedaIdentityArgs,
    EksSpotNodeGroupArgs,
    InterruptionQueueArgs,
    KedaSourcesArgs,
    NodeBoundsArgs,
    NodeScheduleArgs,
    NodeUpdateArgs,
    WarmPoolArgs,
} from "../../model/aws";
export { EksKedaIdentity } from "./eks-keda-identity";
export { EksSpotNodeGroup } from "./eks-spot-node-group";
export { InterruptionQueue } from "./interruption-queue";
export { KarpenterNodePool } from "./karpenter-node-pool";
