import type { Input } from "@pulumi/pulumi";
import type { NodePoolProfileArgs } from "../pool";
import type {
    KarpenterArchitecture,
    KarpenterCapacityType,
    KarpenterConsolidation,
    KarpenterDisruptionReason,
    KarpenterFlavor,
} from "./karpenter-choices";

/** Nodes that Karpenter buys when pods wait for room, and gives back when they are empty. */
export interface KarpenterNodePoolArgs {
    /** Who runs Karpenter. Default: `SelfManaged`. */
    flavor?: KarpenterFlavor;
    /**
     * The pool's profile, which pools of agents have as `placement.nodePool`: the nodes have its labels and taints, and are
     * bought as its capacity says. Of `SpotPreferred` there are two NodePools, one of spot nodes and one on demand, over
     * whose values of `spreadLabel` the pods are spread.
     */
    profile: NodePoolProfileArgs;
    /**
     * The most that may be bought. Of `SpotPreferred` each of the two NodePools has it, since either may have to carry all
     * pods.
     */
    limits: KarpenterLimitsArgs;
    /** The machines' image, network and disk, made for this pool. */
    nodeClass?: KarpenterNodeClassArgs;
    /** Instead of `nodeClass`, the name of one that is there: of Auto Mode, `default` is AWS' own. */
    nodeClassName?: Input<string>;
    /**
     * How nodes may be bought. Default: spot or on demand, as the profile says; spot and on demand together fall back in
     * milliseconds, and keep no share.
     */
    capacityTypes?: KarpenterCapacityType[];
    /** Which machines may be bought. Default: of the categories c, m and r, for amd64. */
    requirements?: KarpenterRequirementsArgs;
    /** When nodes may be taken away. */
    disruption?: KarpenterDisruptionArgs;
    /**
     * Seconds after which a node is drained and replaced, whatever budgets say. Default: Karpenter's 30 days; of Auto Mode
     * 14 days, and 21 at the most.
     */
    expireAfterSeconds?: number;
    /**
     * Seconds that a node may drain before its pods are deleted, also those that refuse to be evicted. Default: without end;
     * of Auto Mode 24 hours.
     */
    terminationGracePeriodSeconds?: number;
    /**
     * Whether pods of the pool carry the annotation karpenter.sh/do-not-disrupt, which an expired node waits for.
     * Default: false.
     */
    hasDoNotDisruptPods?: boolean;
    /** Which NodePool is tried first where several could take a pod, 1 to 100; the highest is. Default: none, which is the last. */
    weight?: number;
    /** Labels for the NodePools and the node class, not for nodes. */
    labels?: Record<string, string>;
}

/** The most that a NodePool may buy; at least one of them. */
export interface KarpenterLimitsArgs {
    /** CPU of all its nodes together, `200`. Default: no limit. */
    cpu?: string;
    /** Memory of all its nodes together, `800Gi`. Default: no limit. */
    memory?: string;
    /** Its nodes. Default: no limit. */
    nodes?: number;
}

/** Which machines may be bought; a machine must satisfy all that is given. */
export interface KarpenterRequirementsArgs {
    /** Categories of instances, `c`, `m`. Default: c, m and r where neither families nor types are given. */
    instanceCategories?: string[];
    /** Families of instances, `m7i`. Default: any. */
    instanceFamilies?: string[];
    /** Sizes of instances, `xlarge`. Default: any. */
    instanceSizes?: string[];
    /** Types of instances, `m7i.xlarge`. Default: any. */
    instanceTypes?: string[];
    /** The oldest generation of instances, 6 for m6i and younger. Default: any. */
    minGeneration?: number;
    /** Processors that the agents' images are built for. Default: amd64. */
    architectures?: KarpenterArchitecture[];
    /** Availability zones, `eu-west-1a`. Default: those of the node class' subnets. */
    zones?: string[];
    /**
     * The fewest types of instances that a purchase must leave to choose from, 1 to 50: spot machines of many types are
     * seldom taken away together. Default: 5 of spot nodes or all where there are fewer, and none of others.
     */
    minInstanceTypes?: number;
    /** The fewest families of instances that a purchase must leave to choose from, 1 to 50. Default: none. */
    minInstanceFamilies?: number;
}

/** When nodes may be taken away. */
export interface KarpenterDisruptionArgs {
    /** For which saving a node is taken away. Default: `WhenEmptyOrUnderutilized`. */
    consolidationPolicy?: KarpenterConsolidation;
    /** Seconds without a change of its pods after which a node is looked at. Default: 300, so that the next burst finds its nodes. */
    consolidateAfterSeconds?: number;
    /**
     * How many nodes may be gone at the same time. Karpenter takes the smallest of those that hold. Default: 10% at any
     * time, which is also added where every budget has a window: outside of windows nothing else would hold.
     */
    budgets?: KarpenterBudgetArgs[];
}

/** How many nodes may be gone at the same time by Karpenter's own will; expiry and interruptions are not held by it. */
export interface KarpenterBudgetArgs {
    /** A number of nodes or a percentage of them, `2` or `10%`; `0` for none. */
    nodes: string;
    /** For which reasons. Default: all. */
    reasons?: KarpenterDisruptionReason[];
    /** When it holds. Default: always. */
    window?: KarpenterBudgetWindowArgs;
}

/** When a budget begins to hold, and how long it does. */
export interface KarpenterBudgetWindowArgs {
    /** When it begins: five cron fields, minute, hour, day of month, month, day of week. */
    start: string;
    /** Seconds that it holds, whole minutes. */
    durationSeconds: number;
    /** The IANA name of the zone that `start` is meant in; without daylight saving, since Karpenter knows only UTC. */
    timeZone: string;
}

/** The machines' image, network and disk. */
export interface KarpenterNodeClassArgs {
    /** Name of the nodes' IAM role; for it Karpenter makes an instance profile. Of Auto Mode it needs an access entry of the type EC2. */
    role?: Input<string>;
    /** Instead of `role`, the name of an instance profile that is there; not of Auto Mode. */
    instanceProfile?: Input<string>;
    /** The subnets that nodes are put into. */
    subnets: KarpenterSelectorArgs[];
    /** The security groups that nodes have. */
    securityGroups: KarpenterSelectorArgs[];
    /** Machine image with its version, `al2023@v20261101` or `bottlerocket@v1.50.0`; required, but of Auto Mode, where AWS chooses. */
    amiAlias?: string;
    /** GiB of disk for images, logs and scratch space of pods. Default: Karpenter's 20; of Auto Mode AWS' own. */
    diskGib?: number;
    /** Tags for the machines and their disks. */
    tags?: Record<string, string>;
}

/** What selects subnets or security groups: an id or tags. */
export interface KarpenterSelectorArgs {
    /** The id of one. */
    id?: Input<string>;
    /** Tags that all selected ones have; `*` stands for any value. */
    tags?: Record<string, Input<string>>;
}
