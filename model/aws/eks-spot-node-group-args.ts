import type { Input } from "@pulumi/pulumi";
import type { NodePoolProfileArgs } from "../pool";
import type { NodeGroupPart, NodeGroupSizes, NodeSystem, WarmPoolState } from "./choices";

/** A pool of spot nodes of EKS and, where it has one, its base on demand. */
export interface EksSpotNodeGroupArgs {
    /** The cluster's name. */
    clusterName: Input<string>;
    /** ARN of the role that the nodes have. */
    nodeRoleArn: Input<string>;
    /** The subnets in which nodes start; those of several zones have more spot capacity. */
    subnetIds: Input<Input<string>[]>;
    /** The pool's profile, the same that `placement.nodePool` of its pods is given: `nodePools.eksSpot({...})`. */
    profile: NodePoolProfileArgs;
    /** EC2 instance types of one shape, four or more; on demand the first one that is to be had is taken. */
    instanceTypes: string[];
    /** How many spot nodes there may be. */
    spot: NodeBoundsArgs;
    /** How many nodes on demand there may be beside them, with the same labels and taints. Default: there are none. */
    onDemandBase?: NodeBoundsArgs;
    /** Who decides the sizes after the groups were made. Default: `CreateOnly`, the only one with schedules. */
    sizes?: NodeGroupSizes;
    /** Windows of time with a higher floor, none of which overlap. Default: none. */
    schedules?: NodeScheduleArgs[];
    /** Instances of the base that have booted and wait. Default: none; spot nodes cannot be kept warm. */
    warmPool?: WarmPoolArgs;
    /** Whether EKS replaces nodes that are not healthy. Default: true. */
    repair?: boolean;
    /** How many nodes an update of the group replaces at once. Default: a third of them. */
    updateConfig?: NodeUpdateArgs;
    /** The operating system of the nodes. Default: `Al2023`. */
    system?: NodeSystem;
    /** The release of EKS's image, `1.34.1-20261101`. Default: the newest when the group is made. */
    releaseVersion?: string;
    /** Size of a node's volume in GiB. Default: 50, since EKS's own 20 hold few images of agents. */
    volumeSizeGib?: number;
    /**
     * Labels for the nodes, beside those of the profile; EKS takes keys of 63 characters without `kubernetes.io/`, `k8s.io/`
     * and `eks.amazonaws.com/`, and no empty values.
     */
    labels?: Record<string, string>;
    /** Tags for the groups, the launch template, and the instances with their volumes. */
    tags?: Record<string, string>;
}

/** How many nodes a group may have. */
export interface NodeBoundsArgs {
    /** Fewest nodes. */
    minSize: number;
    /** Most nodes. */
    maxSize: number;
    /** Nodes to start with; with `sizes: Managed` also the number that each update writes. Default: `minSize`. */
    desiredSize?: number;
}

/**
 * A window of time in which a group has a higher floor.
 *
 * @example { name: "workday", start: "0 8 * * 1-5", end: "0 19 * * 1-5", timeZone: "Europe/Berlin", minSize: 5 }
 */
export interface NodeScheduleArgs {
    /** Its name, which is in those of its two scheduled actions. */
    name: string;
    /** When it begins: five cron fields in numbers, minute, hour, day of month, month, day of week. */
    start: string;
    /** When it ends, in the same form. */
    end: string;
    /** The IANA name of the zone that both are meant in. */
    timeZone: string;
    /** Fewest nodes in the window; above the group's own floor. */
    minSize: number;
    /** Whose floor it is. Default: `Spot`. */
    part?: NodeGroupPart;
}

/** Instances that have booted once and wait until the group grows. */
export interface WarmPoolArgs {
    /** Fewest instances that wait. Default: 0. */
    minSize?: number;
    /** Most instances that wait and work together. Default: the group's ceiling. */
    maxGroupPreparedCapacity?: number;
    /** In what state they wait. Default: `Stopped`. */
    state?: WarmPoolState;
    /** Whether nodes go back to wait when the group shrinks; not with Bottlerocket. Default: false. */
    reuseOnScaleIn?: boolean;
}

/** How many nodes an update replaces at once; exactly one member. */
export interface NodeUpdateArgs {
    /** A number of nodes. */
    maxUnavailable?: number;
    /** A share of the nodes in percent. */
    maxUnavailablePercentage?: number;
}
