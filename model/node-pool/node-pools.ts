import { eksOnDemand, eksSpot } from "./eks-profile";

/** Profiles of node pools: plain data for the component that makes the nodes and for the pools that run on them. */
export const nodePools = { eksSpot, eksOnDemand } as const;
