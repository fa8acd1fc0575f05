export * from "./gce-shape";
export * from "./gke-allocatable";
export * from "./gke-profiles";
export * from "./node-pool-label";
export * from "./node-pools";
