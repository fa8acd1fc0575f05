export * from "./cloud-object";
export * from "./declared";
export * from "./deferred";
export * from "./leaf";
export * from "./path";
export * from "./pulumi-object";
export * from "./show-name";
