export * from "./manifests";
export { placementFields } from "./placement";
export { behaviorSpec } from "./behavior";
