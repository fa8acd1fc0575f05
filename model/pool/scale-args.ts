import type { TriggerArgs } from "../triggers";
import type { ScalingEngine, ScalingPolicyType, SelectPolicy } from "./choices";

/** Bounds, triggers and behaviour of the autoscaler. */
export interface ScaleArgs {
    /** Fewest replicas. 0 lets the pool sleep; then a trigger must be able to wake it. */
    minReplicas: number;
    /** Most replicas, whatever the triggers say. At least 1. */
    maxReplicas: number;
    /** What the pool scales on; the trigger that asks for most wins. */
    triggers: TriggerArgs[];
    /** Which autoscaler owns the replicas. Default: `Auto`. */
    engine?: ScalingEngine;
    /** How fast replicas may change. Default: by archetype, always written out. */
    behavior?: BehaviorArgs;
    /** Seconds between two looks at the triggers while the pool sleeps (KEDA, only with `minReplicas: 0`). Default: 15. */
    pollingIntervalSeconds?: number;
    /** Seconds without work until the pool goes from any size to zero (KEDA, only with `minReplicas: 0`). Default: by archetype. */
    cooldownSeconds?: number;
    /** What happens while a trigger cannot be read. Default: replicas are held where they are. */
    onMetricLoss?: MetricLossArgs;
}

/** Replicas while a trigger cannot be read (KEDA `fallback`, behavior `currentReplicasIfHigher`). */
export interface MetricLossArgs {
    /** At least this many replicas, and never fewer than there are. From 1. */
    replicas: number;
    /** Failed reads in a row that may pass before it counts. Default: 3. */
    failureThreshold?: number;
}

/** How fast replicas may change in each direction. */
export interface BehaviorArgs {
    /** Rules for adding replicas. Default: by archetype. */
    scaleUp?: ScalingRulesArgs;
    /** Rules for taking replicas away. Default: by archetype. */
    scaleDown?: ScalingRulesArgs;
}

/** How fast replicas may change in one direction; each member that is not given comes from the archetype. */
export interface ScalingRulesArgs {
    /** Seconds of past recommendations that are looked at; 0 to 3600. Default: by archetype. */
    stabilizationWindowSeconds?: number;
    /** Which policy decides. Default: `Max`. */
    selectPolicy?: SelectPolicy;
    /** Limits for the change in a period. Default: by archetype. */
    policies?: ScalingPolicyArgs[];
    /** Share around the target in which nothing changes, 0 to 1, `0.1` for 10 %. Needs Kubernetes 1.35. Default: the cluster's 0.1. */
    tolerance?: number;
}

/** At most so many pods, or percent of the pods, in so many seconds. */
export interface ScalingPolicyArgs {
    type: ScalingPolicyType;
    /** Pods or percent, from 1. */
    value: number;
    /** The period in seconds, 1 to 1800. */
    periodSeconds: number;
}
