export * from "./interruption-queue";
export * from "./interruption-queue-args";
