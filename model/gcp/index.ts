export * from "./choices";
export * from "./gke-spot-node-pool";
export type * from "./gke-spot-node-pool-args";
export * from "./gke-compute-class";
export type * from "./gke-compute-class-args";
export * from "./gke-keda-identity";
export type * from "./gke-keda-identity-args";
