export type * from "./admission";
export * from "./admission-policies";
export * from "./admission-shape";
export * from "./admission-type";
export type * from "./args";
export * from "./choices";
export * from "./resolve-admission";
