export type * from "./args";
export * from "./choices";
export { placeholderClassName } from "./metadata";
export * from "./resolve-warm";
export type * from "./warm-capacity";
export * from "./warm-shape";
export * from "./warm-type";
