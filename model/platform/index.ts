export * from "./platform";
export type * from "./prices";
