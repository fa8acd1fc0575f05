export * from "./component-needs";
export * from "./container-policy";
export * from "./cron-window";
export * from "./field";
export * from "./fleet";
export type * from "./label-selector";
export * from "./measures-pods";
export * from "./read-fleet";
export * from "./update-mode";
