export * from "./cost-card";
export * from "./explain";
export * from "./explanation";
export * from "./hpa-pace";
export * from "./replicas-for";
export * from "./under-load";
