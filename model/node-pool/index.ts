export * from "./gce-shape";
export * from "./gke-allocatable";
export * from "./gke-profiles";
export * from "./node-pool-key";
export * from "./node-pools";
