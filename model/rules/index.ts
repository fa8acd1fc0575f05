export * from "./check";
export * from "./guardrails";
export * from "./profile";
export * from "./registry";
export * from "./rule";
export type * from "./rule-setting";
