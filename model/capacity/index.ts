export * from "./disruptions-allowed";
export * from "./format-quantity";
export * from "./jobs-made";
export * from "./parse-quantity";
export * from "./pod-request";
export type { PodSpec, QuantityLeaf } from "./pod-resources";
export * from "./qos-class";
export * from "./quantity";
export type { QuantityProblem } from "./quantity-problem";
