export * from "./field";
export * from "./fleet";
export type * from "./label-selector";
export * from "./read-fleet";
export * from "./cron-window";
export * from "./job-rules";
export * from "./pod-bounds";
export * from "./scaled-thing";
export * from "./trigger-label";
