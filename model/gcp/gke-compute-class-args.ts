import type { Input } from "@pulumi/pulumi";
import type { NodePoolProfileArgs } from "../pool";
import type { GkeAcceleratorArgs } from "./gke-spot-node-pool-args";
import type { GkeLocationPolicy, GkeReservationUse, GkeWhenUnsatisfiable } from "./choices";

/** A ComputeClass of GKE: kinds of nodes in the order in which they are tried. */
export interface GkeComputeClassArgs {
    /**
     * What the class is called and what its nodes carry, the same as in `placement.nodePool` of the pools of agents on
     * them: `nodePools.gkeComputeClass({...})`. Its taints, but for those of GKE, become taints of the nodes.
     */
    profile: NodePoolProfileArgs;
    /** The rungs, the best first: a rung without room is left out for about five minutes. */
    priorities: GkePriorityArgs[];
    /** What happens when no rung has room. Default: `DoNotScaleUp`. */
    whenUnsatisfiable?: GkeWhenUnsatisfiable;
    /**
     * Whether pods are moved to a better rung when it has room again, back to spot for example. It evicts them as their
     * PodDisruptionBudgets allow; one with a `maxUnavailable` of 0 holds them for ever. Default: false.
     */
    activeMigration?: boolean;
    /** Whether GKE makes node pools for the rungs by itself (GKE 1.33.3). Default: true. */
    nodePoolAutoCreation?: boolean;
    /** The Google service account of nodes that GKE makes. Default: the cluster's. */
    serviceAccount?: Input<string>;
    /** Whether containers start before their image has arrived. Default: as `nodePoolAutoCreation`. */
    imageStreaming?: boolean;
    /** When nodes that have too little to do are given back. Default: GKE's own. */
    autoscalingPolicy?: GkeConsolidationArgs;
    /** Labels of the object. Default: none. */
    labels?: Record<string, string>;
}

/** A rung of a ComputeClass: exactly one of `machineFamily`, `machineType`, `nodePools` and, alone, `accelerator`. */
export interface GkePriorityArgs {
    /** A family of machines, `n4`; GKE chooses the size. */
    machineFamily?: string;
    /** A machine, `n4-standard-8`. */
    machineType?: string;
    /** Names of node pools that are there already; beside them only `priorityScore`. They need the class's label and taint. */
    nodePools?: Input<string>[];
    /** Whether the machines are on spot. Default: false. */
    spot?: boolean;
    /** The fewest vCPUs of a node; not beside `machineType`. Default: any. */
    minCores?: number;
    /** The least memory of a node in GB; not beside `machineType`. Default: any. */
    minMemoryGb?: number;
    /** GPUs of a node. Default: none. */
    accelerator?: GkeAcceleratorArgs;
    /** The zones. Default: the cluster's. */
    zones?: string[];
    /** How new nodes are spread over zones. Default: GKE's own, `Any`. */
    locationPolicy?: GkeLocationPolicy;
    /** Whether reserved machines are used. Default: GKE's own. */
    reservations?: GkeReservationUse;
    /**
     * Ranks rungs instead of their order, 1000 at most, the highest first; up to three may share one. Every rung has one,
     * or none. Default: the order.
     */
    priorityScore?: number;
}

/** When nodes that have too little to do are given back. */
export interface GkeConsolidationArgs {
    /** Minutes that a node must have had too little to do, from 1 to 1440. Default: GKE's own. */
    consolidationDelayMinutes?: number;
    /** Percent of a node's CPU or memory below which it has too little to do. Default: GKE's own. */
    consolidationThreshold?: number;
    /** Percent of a node's GPUs below which it has too little to do. Default: GKE's own. */
    gpuConsolidationThreshold?: number;
}
