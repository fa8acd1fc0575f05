export * from "./intent";
