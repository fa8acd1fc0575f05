export * from "./clock-objects";
export * from "./clock-target";
export * from "./clock-window";
export * from "./kubectl-image";
