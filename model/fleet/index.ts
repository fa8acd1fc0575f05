export * from "./field";
export * from "./fleet";
export type * from "./label-selector";
export * from "./read-fleet";
export * from "./cron-window";
