export * from "./declared";
export * from "./leaf";
export * from "./path";
