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
