import type { NodePoolProfileArgs, NodeShapeArgs, TaintArgs } from "../pool";
import { NodeCapacity, TaintEffect } from "../pool";
import { gceShape } from "./gce-shape";
import { gkeAllocatable } from "./gke-allocatable";
import { NODE_POOL_KEY } from "./node-pool-key";

/** Seconds that GKE leaves a pod on a spot node: half of the 30 s, since the other half is for critical pods. */
export const GKE_SPOT_NOTICE_SECONDS = 15;

/** Seconds of the notice that GKE keeps for critical pods, unless told otherwise (GKE, Spot VMs). */
export const GKE_CRITICAL_GRACE_SECONDS = 15;

/** The label by which GKE puts pods on the nodes of a ComputeClass. */
export const COMPUTE_CLASS_LABEL = "cloud.google.com/compute-class";

/**
 * The taint of spot nodes, by the name that GKE has for it. Sources disagree on whether GKE sets it on node pools, so
 * that it is both set and tolerated.
 */
export const GKE_SPOT_TAINT: TaintArgs = {
    key: "cloud.google.com/gke-spot",
    value: "true",
    effect: TaintEffect.NoSchedule,
};

/** A pool of spot nodes on GKE. */
export interface GkeSpotProfileArgs {
    /** What it is called: in explanations, and as the value of the label and the taint of its nodes. */
    name: string;
    /** The machine of its nodes, `n4-standard-4`. */
    machineType: string;
    /**
     * What a node offers to pods. Default: what GKE's reservations leave of the machine; not known of one that is not in the
     * price table.
     */
    node?: NodeShapeArgs;
    /**
     * Seconds from the notice until the machine is off, 120 at most (GKE 1.35), of which `criticalGraceSeconds` are not
     * the pods'. Default: GKE's own 30, which leave a pod 15.
     */
    shutdownGraceSeconds?: number;
    /** Seconds of the grace that GKE keeps for critical pods. Default: 15. */
    criticalGraceSeconds?: number;
    /** Whether a taint of its own keeps away the pods that tolerate spot nodes in general. Default: true. */
    taint?: boolean;
}

/** A pool of nodes on GKE that stay until they are given back. */
export interface GkeOnDemandProfileArgs {
    /** What it is called: in explanations, and as the value of the label and the taint of its nodes. */
    name: string;
    /** The machine of its nodes, `n4-standard-4`. */
    machineType: string;
    /**
     * What a node offers to pods. Default: what GKE's reservations leave of the machine; not known of one that is not in the
     * price table.
     */
    node?: NodeShapeArgs;
    /** Whether a taint keeps away the pods that do not ask for these nodes. Default: true. */
    taint?: boolean;
}

/** The nodes of a ComputeClass of GKE. */
export interface GkeComputeClassProfileArgs {
    /** The name of the ComputeClass. */
    name: string;
    /** Whether some of its rungs are on spot, so that pods may lose their node at short notice. Default: false. */
    spot?: boolean;
    /** The machine that its pods mostly land on, by which they are priced and fitted. Default: not known. */
    machineType?: string;
}

/** The profile of a pool of spot nodes on GKE. */
export function gkeSpot(args: GkeSpotProfileArgs): NodePoolProfileArgs {
    const { name, machineType, node, shutdownGraceSeconds, taint = true } = args;
    const { criticalGraceSeconds = GKE_CRITICAL_GRACE_SECONDS } = args;
    return {
        name,
        labels: { [NODE_POOL_KEY]: name },
        taints: [GKE_SPOT_TAINT, ...(taint ? [ownTaint(name)] : [])],
        capacity: NodeCapacity.Spot,
        noticeSeconds:
            shutdownGraceSeconds === undefined
                ? GKE_SPOT_NOTICE_SECONDS
                : Math.max(0, shutdownGraceSeconds - criticalGraceSeconds),
        ...nodeOf(machineType, node),
    };
}

/** The profile of a pool of nodes on GKE that stay until they are given back. */
export function gkeOnDemand({
    name,
    machineType,
    node,
    taint = true,
}: GkeOnDemandProfileArgs): NodePoolProfileArgs {
    return {
        name,
        labels: { [NODE_POOL_KEY]: name },
        ...(taint ? { taints: [ownTaint(name)] } : {}),
        capacity: NodeCapacity.OnDemand,
        ...nodeOf(machineType, node),
    };
}

/**
 * The profile of the nodes of a ComputeClass. GKE sets and tolerates the taint of the class by itself. A class has no
 * shutdown grace of its own here: Google's sources disagree on whether it may have one.
 */
export function gkeComputeClass(args: GkeComputeClassProfileArgs): NodePoolProfileArgs {
    const { name, spot = false, machineType } = args;
    return {
        name,
        labels: { [COMPUTE_CLASS_LABEL]: name },
        ...(spot
            ? {
                  taints: [GKE_SPOT_TAINT],
                  capacity: NodeCapacity.Spot,
                  noticeSeconds: GKE_SPOT_NOTICE_SECONDS,
              }
            : { capacity: NodeCapacity.OnDemand }),
        ...(machineType === undefined ? {} : nodeOf(machineType)),
    };
}

function ownTaint(name: string): TaintArgs {
    return { key: NODE_POOL_KEY, value: name, effect: TaintEffect.NoSchedule };
}

function nodeOf(machineType: string, given?: NodeShapeArgs): { node?: NodeShapeArgs } {
    if (given !== undefined) return { node: given };
    const shape = gceShape(machineType);
    if (shape === undefined) return {};
    const { gpus } = shape;
    return {
        node: { ...gkeAllocatable(shape), ...(gpus === 0 ? {} : { gpus }), instanceType: machineType },
    };
}
