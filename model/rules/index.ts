export * from "./check";
export * from "./registry";
export type * from "./rule";
