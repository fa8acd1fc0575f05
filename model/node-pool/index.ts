export * from "./capacity-spread";
export * from "./karpenter-profile";
