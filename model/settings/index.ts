export * from "./read-settings";
export * from "./settings";
export { SETTINGS_SHAPE } from "./settings-shape";
