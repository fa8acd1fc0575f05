export * from "./field";
export * from "./fleet";
export * from "./read-fleet";
export * from "./cron-window";
