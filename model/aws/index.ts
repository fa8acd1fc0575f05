export * from "./choices";
export * from "./eks-keda-identity";
export type * from "./eks-keda-identity-args";
export * from "./eks-spot-node-group";
export type * from "./eks-spot-node-group-args";
export * from "./interruption-queue";
export * from "./interruption-queue-args";
