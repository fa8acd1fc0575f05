export type { BudgetFit } from "./budget-fit";
export * from "./cost-data";
export * from "./cost-report";
export * from "./cost-summary";
export * from "./money";
export type { CostPoint, PoolCost } from "./pool-cost";
export { formatPodSize } from "./pod-size";
export type { PodSize } from "./pod-size";
export type { PriceBasis } from "./price-book";
