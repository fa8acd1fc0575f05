export * from "./interruption-queue";
export * from "./interruption-queue-args";
export type * from "./karpenter-args";
export * from "./karpenter-choices";
export * from "./karpenter-node-pool";
export { KARPENTER_SHAPE } from "./karpenter-shape";
