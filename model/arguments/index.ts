export * from "./check-shape";
export * from "./plain-copy";
export * from "./problem";
export * from "./shape";
export * from "./syntax";
