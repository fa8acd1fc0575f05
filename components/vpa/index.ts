export * from "../existing-resource-options";
export { VPA_API_VERSION } from "./api-version";
export * from "./vertical-pod-autoscaler";
export * from "./vertical-pod-autoscaler-spec";
