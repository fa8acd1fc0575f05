export * from "./cost-card";
export type * from "./demand";
export * from "./explain";
export * from "./explanation";
export * from "./hpa-pace";
export * from "./replicas-for";
export * from "./under-load";
