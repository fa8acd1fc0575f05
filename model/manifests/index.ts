export * from "./manifests";
