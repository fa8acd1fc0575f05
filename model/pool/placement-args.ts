import type { Input } from "@pulumi/pulumi";
import type { NodeCapacity, PlacementStrategy, TaintEffect } from "./choices";

/** On which nodes the pods run, and how they share them. */
export interface PlacementArgs {
    /** Whether the pods keep away from each other or together. Default: by archetype. */
    strategy?: PlacementStrategy;
    /** The node pool that the pods run on: its labels are selected and its taints tolerated. Default: any node. */
    nodePool?: NodePoolProfileArgs;
    /** Labels that a node must have, beside those of `nodePool`. */
    nodeSelector?: Record<string, string>;
    /** Taints that the pods tolerate, beside those of `nodePool` and of the GPUs that they request. */
    tolerations?: TolerationArgs[];
    /**
     * A Kubernetes Affinity, used as it is; with it the strategy adds nothing of its own. Values in it may be Outputs.
     */
    affinity?: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- other languages get "any"; an Affinity is deep, and the strategy covers its usual use
    /** Seconds that a pod stays bound to a node that is not ready or not reachable. Default: by archetype; Kubernetes' own is 300. */
    nodeLossSeconds?: number;
    /** The priority class of the pods. Default: the cluster's. */
    priorityClassName?: Input<string>;
}

/** Plain facts of a node pool, for the pool component, its pods and its price alike. */
export interface NodePoolProfileArgs {
    /** What it is called in explanations. */
    name: string;
    /** Labels that its nodes have and no others. Default: none, which leaves the pods to any node that they tolerate. */
    labels?: Record<string, string>;
    /** Taints that its nodes have. Default: none. */
    taints?: TaintArgs[];
    /** How its nodes are bought. Default: `OnDemand`. */
    capacity?: NodeCapacity;
    /**
     * Of `SpotPreferred`, the percentage of pods that is meant to run on demand, 10 to 90. Pods are spread over the values
     * of `spreadLabel`, so it holds only as nearly as those values are divided, and gives way where a kind of node is not
     * to be had. Default: 50, the share of two kinds that are spread evenly.
     */
    onDemandShare?: number;
    /**
     * Of `SpotPreferred`, the label over whose values the pods are spread; nodes on demand have `onDemandShare` of the
     * values and spot nodes the others, as a `KarpenterNodePool` sets them. Default: the label by which the platform's
     * provider tells its two kinds of nodes apart, which holds a share of 50 and no other.
     */
    spreadLabel?: string;
    /** Seconds that a pod gets when its node is taken away. Default: not known; 120 on EC2 Spot, 15 on GKE Spot. */
    noticeSeconds?: number;
    /** What one node offers to pods. Default: not known. */
    node?: NodeShapeArgs;
}

/** A taint of a node. */
export interface TaintArgs {
    key: string;
    /** Default: none. */
    value?: string;
    /** Default: `NoSchedule`. */
    effect?: TaintEffect;
}

/** A taint that pods tolerate. */
export interface TolerationArgs {
    /** The taint's key. */
    key: string;
    /** The taint's value. Default: any. */
    value?: string;
    /** The taint's effect. Default: any. */
    effect?: TaintEffect;
}

/** What one node offers to pods, after what the node keeps for itself. */
export interface NodeShapeArgs {
    /** Allocatable CPU, `3920m`. */
    cpu: string;
    /** Allocatable memory, `14Gi`. */
    memory: string;
    /** Allocatable GPUs. Default: 0. */
    gpus?: number;
    /** Most pods. Default: 110, Kubernetes' own limit. */
    pods?: number;
    /** The cloud's name of the machine, by which it is priced: `m7i.xlarge`. Default: not known. */
    instanceType?: string;
}
