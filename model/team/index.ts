export type * from "./args";
export * from "./choices";
export * from "./resolve-team";
export type * from "./team";
export * from "./team-admission";
export * from "./team-pools";
export { quotaHard } from "./resource-quotas";
export * from "./team-shape";
export * from "./team-type";
