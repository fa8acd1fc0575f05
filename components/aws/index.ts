export { NodeGroupPart, NodeGroupSizes, NodeSystem, WarmPoolState } from "../../model/aws";
export type {
    EksSpotNodeGroupArgs,
    InterruptionQueueArgs,
    NodeBoundsArgs,
    NodeScheduleArgs,
    NodeUpdateArgs,
    WarmPoolArgs,
} from "../../model/aws";
export { EksSpotNodeGroup } from "./eks-spot-node-group";
export { InterruptionQueue } from "./interruption-queue";
