export * from "./components";
export * from "./platform";
export type * from "./prices";
