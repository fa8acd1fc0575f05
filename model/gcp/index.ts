export * from "./choices";
