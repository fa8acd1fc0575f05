import type { Input } from "@pulumi/pulumi";
import type { PlatformArgs } from "../platform";
import type { NodePoolProfileArgs } from "../pool";
import type { GkeLocationPolicy, GkeNodeImage, GkeNodeSandbox } from "./choices";

/** A pool of spot nodes on GKE, with nodes on demand beside it where some must stay. */
export interface GkeSpotNodePoolArgs {
    /** The cluster's name, or its `projects/.../clusters/...`. Another one replaces the pools. */
    cluster: Input<string>;
    /** The cluster's region or zone. Another one replaces the pools. */
    location: Input<string>;
    /** The project. Default: the provider's. Another one replaces the pools. */
    project?: Input<string>;
    /** The zones of the nodes. Default: the cluster's. */
    nodeLocations?: Input<string>[];
    /**
     * Label, taints and notice of the nodes, the same as in `placement.nodePool` of the pools of agents on them:
     * `nodePools.gkeSpot({...})`. A notice above 15 s becomes a shutdown grace of the spot nodes.
     */
    profile: NodePoolProfileArgs;
    /** The machine of all nodes, `n4-standard-4`. Default: the profile's `node.instanceType`. */
    machineType?: string;
    /** How many spot nodes the autoscaler may choose between, in all zones together. */
    spot: GkeNodeCountArgs;
    /** How many nodes on demand there are beside them, for pods that find no spot node. Default: no such pool. */
    onDemandBase?: GkeNodeCountArgs;
    /** How new spot nodes are spread over zones; the base is spread evenly. Default: `Any`. */
    locationPolicy?: GkeLocationPolicy;
    /** Seconds of the notice that GKE keeps for critical pods, where it is longer than GKE's own. Default: 15. */
    criticalGraceSeconds?: number;
    /** The operating system. Default: `ContainerOptimized`. */
    image?: GkeNodeImage;
    /** Whether containers start before their image has arrived. Default: true on `ContainerOptimized`, else false. */
    imageStreaming?: boolean;
    /** What stands between pods and the kernel. A change replaces the pools. Default: `Nothing`. */
    sandbox?: GkeNodeSandbox;
    /** GPUs that are added to each node, or that its machine has. A change replaces the pools. Default: none. */
    accelerator?: GkeAcceleratorArgs;
    /**
     * The Google service account of the nodes, not of their pods. A change replaces the pools. Default: one that is made
     * for them, with the one role that GKE asks for; images in another project need `roles/artifactregistry.reader` there.
     */
    serviceAccount?: Input<string>;
    /** How nodes are replaced on an upgrade. Default: one more at a time, none missing. */
    upgrade?: GkeUpgradeArgs;
    /**
     * How long a drain waits. Google must have enabled it for the project; the API refuses it elsewhere. Default: GKE's
     * own, an hour.
     */
    drain?: GkeDrainArgs;
    /**
     * Whether a schedule changes the bounds, so that an update leaves them as they are; they are then set at the
     * creation only. Default: false.
     */
    scheduled?: boolean;
    /** Labels of the machines in Google Cloud, for its bill. Default: none. */
    resourceLabels?: Record<string, string>;
    /** Facts of the cluster; with its Kubernetes version a notice that it is too old for is refused. */
    platform?: PlatformArgs;
}

/** Between how many nodes the autoscaler may choose, in all zones together. */
export interface GkeNodeCountArgs {
    /** The fewest nodes. */
    totalMinNodeCount: number;
    /** The most nodes. */
    totalMaxNodeCount: number;
}

/** GPUs of a node. */
export interface GkeAcceleratorArgs {
    /** Google's name of the GPU, `nvidia-l4`. */
    type: string;
    /** How many a node has. */
    count: number;
}

/** How nodes are replaced on an upgrade. */
export interface GkeUpgradeArgs {
    /** How many nodes there may be above the number that is needed. Default: 1. */
    maxSurge?: number;
    /** How many nodes may be missing. Default: 0. */
    maxUnavailable?: number;
}

/** How long the drain of a node waits. */
export interface GkeDrainArgs {
    /** Seconds that pods get to end, one day at most. */
    graceSeconds: number;
    /** Seconds that PodDisruptionBudgets are waited for, seven days at most. */
    budgetSeconds: number;
}
