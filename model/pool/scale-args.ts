import type { TriggerArgs } from "../triggers";
import type { ScalingEngine, ScalingPause, ScalingPolicyType, SelectPolicy } from "./choices";
import type { ScheduleArgs } from "./schedule-args";

/** Bounds, triggers and behaviour of the autoscaler. */
export interface ScaleArgs {
    /**
     * Fewest replicas. 0 lets the pool sleep; then a trigger must be able to wake it. Of `kind: Job`, jobs that run in
     * addition to those that wait for a task.
     */
    minReplicas: number;
    /** Most replicas, whatever the triggers say. At least 1. */
    maxReplicas: number;
    /** What the pool scales on; the trigger that asks for most wins. */
    triggers: TriggerArgs[];
    /** Windows in time with bounds of their own. */
    schedules?: ScheduleArgs[];
    /**
     * Whether the pool goes to zero when nothing asks for it, although its floor is above zero (KEDA
     * `idleReplicaCount: 0`): it sleeps, and wakes with all of its floor. Default: false.
     */
    scaleToZeroWhenIdle?: boolean;
    /** Which autoscaler owns the replicas. Default: `Auto`. */
    engine?: ScalingEngine;
    /** How fast replicas may change. Default: by archetype, always written out. */
    behavior?: BehaviorArgs;
    /** Seconds between two looks at the triggers while the pool sleeps, and of jobs always (KEDA). Default: 15. */
    pollingIntervalSeconds?: number;
    /**
     * Seconds of quiet until replicas go: the window that scaling down looks back (at most 3600, where
     * `behavior.scaleDown` gives none), and KEDA's cooldown before a pool that may be empty goes from any size to zero.
     * No effect on jobs. Default: by archetype, at least `task.p99Seconds` and `task.coldStartSeconds`.
     */
    cooldownSeconds?: number;
    /** What happens while a trigger cannot be read. Default: replicas are held where they are. */
    onMetricLoss?: MetricLossArgs;
    /** Which part of the scaling stands still for now (KEDA's pause annotations). Default: none. */
    pause?: ScalingPause;
    /** The number of replicas at which everything stands still for now, 0 included (KEDA). Default: none. */
    pausedReplicas?: number;
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
