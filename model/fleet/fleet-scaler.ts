import type { Declared, Leaf, Path } from "../declared";
import type { Intent } from "../intent";
import type { MetricType, Scaler as ScalerType } from "../triggers";
import type { Field } from "./field";
import type { FleetWorkload } from "./fleet-workload";
import type { FleetTarget, Identity } from "./identity";

/** A ScaledObject, a HorizontalPodAutoscaler, or a ScaledJob, which is also the workload that it runs. */
export interface FleetScaler extends Identity {
    readonly declared: Declared;
    readonly engine: "keda" | "hpa" | "keda-jobs";
    readonly target: FleetTarget;
    /** The workload that it scales, where it is in the fleet. */
    readonly workload: FleetWorkload | undefined;
    /** Fewest replicas, or extra jobs, with the engine's default where the field is absent. */
    readonly min: Field<number>;
    /** Most replicas, or jobs with the extra ones, with the engine's default where the field is absent. */
    readonly max: Field<number>;
    /** Whether the author stated the ceiling. */
    readonly maxStated: boolean;
    readonly triggers: readonly FleetTrigger[];
    /** Whether the list of triggers is known only after apply; `triggers` is then empty. */
    readonly areTriggersUnknown: boolean;
    /** What makes one number of all triggers, where the author combines them (KEDA). */
    readonly modifiers: FleetModifiers | undefined;
    /** What holds while a source does not answer, where the author says so (KEDA). */
    readonly fallback: FleetFallback | undefined;
    readonly behavior: { readonly scaleUp: FleetScalingRules; readonly scaleDown: FleetScalingRules };
    /** Seconds between two looks while it sleeps, and of jobs always (KEDA). */
    readonly pollingInterval: Field<number>;
    /** Seconds without work until it sleeps (KEDA). */
    readonly cooldown: Field<number>;
    /** Replicas while idle (KEDA); only 0 works. */
    readonly idle: Field<number>;
    /** The name that the HPA gets, where the author chose one (KEDA). */
    readonly hpaName: Field<string>;
    /** Whether an HPA that is there already is taken over (KEDA). */
    readonly takesOverHpa: boolean;
    /** Whether KEDA is told to let a ScaledObject for the same target pass (HPA). */
    readonly toleratesOthers: boolean;
    /** The container whose variables the triggers read, where the author chose one (KEDA). */
    readonly environmentSource: Field<string>;
    /** The annotations that are KEDA's by their prefix, by key. */
    readonly kedaAnnotations: ReadonlyMap<string, Field<string>>;
    /** How it makes and keeps jobs; absent for what scales replicas. */
    readonly jobs: FleetJobs | undefined;
    readonly intent: Intent | undefined;
}

/** What only a ScaledJob has, with KEDA's or Kubernetes' default where a field is absent. */
export interface FleetJobs {
    readonly strategy: Field<string>;
    /** Taken off what is asked for, with the strategy `custom`. */
    readonly deduction: Field<number>;
    /** The share of the running jobs that is taken off, as text, with the strategy `custom`. */
    readonly percentage: Field<string>;
    readonly pendingPodConditions: readonly Field<string>[];
    /** Where the conditions stand. */
    readonly pendingPodConditionsPath: Path;
    /** Whether the list of conditions is known only after apply; it is then empty. */
    readonly arePendingPodConditionsUnknown: boolean;
    /** How several triggers make one number. */
    readonly calculation: Field<string>;
    /** What a change does to jobs that are there; absent where none is written. */
    readonly rollout: Field<string>;
    /** `rolloutStrategy`, which KEDA gives up and which still wins over `rollout.strategy`. */
    readonly formerRollout: Field<string>;
    readonly propagation: Field<string>;
    readonly successfulHistory: Field<number>;
    readonly failedHistory: Field<number>;
    /** Pods that a job runs at a time. */
    readonly parallelism: Field<number>;
    readonly backoffLimit: Field<number>;
    readonly activeDeadline: Field<number>;
}

/** KEDA's scaling modifiers: a formula over the triggers' values, and the target of its result. */
export interface FleetModifiers {
    readonly formula: Field<string>;
    readonly target: Field<string>;
    /** The result above which a pool that sleeps is woken. */
    readonly activationTarget: Field<string>;
    readonly metricType: Field<string>;
}

/** KEDA's fallback: the replicas to hold after more than so many failures of a source in a row. */
export interface FleetFallback {
    readonly path: Path;
    readonly failureThreshold: Field<number>;
    readonly replicas: Field<number>;
    readonly behavior: Field<string>;
}

/** One reason to scale. */
export interface FleetTrigger {
    readonly path: Path;
    /** KEDA's trigger type; `cpu` and `memory` also for the HPA's resource metrics. */
    readonly type: Field<string>;
    /** What is known about the type. */
    readonly scaler: ScalerType | undefined;
    readonly name: Field<string>;
    readonly metricType: Field<string>;
    /** The metric type that applies, where it is known. */
    readonly effectiveMetricType: MetricType | undefined;
    /** The number that the metric is divided by: percent for Utilization; `undefined` for a quantity. */
    readonly target: Field<number>;
    /** The number above which it wakes a pool or starts jobs (KEDA): 0 where none is written; `undefined` where that is no number. */
    readonly activation: Field<number>;
    /** KEDA's metadata; of the HPA's metrics only `value`, the quantity of an AverageValue. */
    readonly metadata: Readonly<Record<string, unknown>>;
    /** Whether the metadata as a whole are known only after apply; `metadata` is then empty. */
    readonly isMetadataUnknown: boolean;
    /** The container that is measured alone, for `cpu` and `memory`. */
    readonly container: Field<string>;
    readonly useCachedMetrics: Field<boolean>;
    readonly authentication: FleetReference | undefined;
}

/** The authentication that a trigger refers to. */
export interface FleetReference {
    /** Where the name stands. */
    readonly path: Path;
    readonly name: Leaf<string>;
    /** TriggerAuthentication where it is absent. */
    readonly kind: Field<string>;
}

/** Rules for one direction; a field that is absent has Kubernetes' default. */
export interface FleetScalingRules {
    readonly stabilizationWindowSeconds: Field<number>;
    readonly selectPolicy: Field<string>;
    readonly policies: readonly FleetScalingPolicy[];
    /** Where the policies stand, if the author wrote a list of them. */
    readonly policiesPath: Path | undefined;
}

/** One scaling policy. */
export interface FleetScalingPolicy {
    readonly path: Path;
    readonly type: Field<string>;
    readonly value: Field<number>;
    readonly periodSeconds: Field<number>;
}
