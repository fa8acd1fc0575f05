export * from "./cloud-object";
export * from "./declare";
export * from "./declared";
export * from "./deferred";
export * from "./later";
export * from "./leaf";
export * from "./path";
export * from "./pulumi-object";
