export * from "./declared-from-run";
export type { OfflineFailure } from "./failure";
export type { Alias, Answers, Note, SourcePosition } from "./messages";
export * from "./project";
export * from "./registration";
export * from "./run";
export type { LogEntry, OfflineRun } from "./transcript";
