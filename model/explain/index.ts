export * from "./explain";
export * from "./explanation";
export * from "./replicas-for";
