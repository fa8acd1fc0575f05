export {
    IdentityMode,
    KarpenterArchitecture,
    KarpenterCapacityType,
    KarpenterConsolidation,
    KarpenterDisruptionReason,
    KarpenterFlavor,
    NodeGroupPart,
    NodeGroupSizes,
    NodeSystem,
    WarmPoolState,
} from "../../model/aws";
export type {
    EksKedaIdentityArgs,
    EksSpotNodeGroupArgs,
    InterruptionQueueArgs,
    KarpenterBudgetArgs,
    KarpenterBudgetWindowArgs,
    KarpenterDisruptionArgs,
    KarpenterLimitsArgs,
    KarpenterNodeClassArgs,
    KarpenterNodePoolArgs,
    KarpenterRequirementsArgs,
    KarpenterSelectorArgs,
    KedaSourcesArgs,
    NodeBoundsArgs,
    NodeScheduleArgs,
    NodeUpdateArgs,
    WarmPoolArgs,
} from "../../model/aws";
export type { EksScheduledScalerArgs } from "../../model/scheduled";
export { EksKedaIdentity } from "./eks-keda-identity";
export { EksScheduledScaler } from "./eks-scheduled-scaler";
export { EksSpotNodeGroup } from "./eks-spot-node-group";
export { InterruptionQueue } from "./interruption-queue";
export { KarpenterNodePool } from "./karpenter-node-pool";
