export * from "./clock-objects";
export * from "./clock-target";
export * from "./clock-window";
export * from "./kubectl-image";
export * from "./choices";
export * from "./resolve-scheduled-scaler";
export type * from "./scheduled-scaler-args";
export * from "./scheduled-shape";
