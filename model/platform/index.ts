export * from "./components";
export type * from "./keda-chart";
export * from "./keda-chart-values";
export * from "./platform";
export type * from "./prices";
