export * from "./ec2-shape";
export * from "./eks-allocatable";
export type * from "./eks-node-pool-args";
export * from "./node-pool-key";
export * from "./node-pools";
