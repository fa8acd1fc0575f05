export * from "./gce-shape";
export * from "./gke-allocatable";
export * from "./gke-profiles";
export * from "./node-pool-key";
export * from "./node-pools";
export * from "./capacity-spread";
export * from "./karpenter-profile";
