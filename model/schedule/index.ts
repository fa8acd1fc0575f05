export * from "./cron-expression";
export type { CronField } from "./cron-fields";
export type { CronFieldSet } from "./cron-field-set";
export type { CronProblem } from "./cron-problem";
export * from "./expand-year";
export * from "./next-fire";
export * from "./time-zone";
export * from "./window";
