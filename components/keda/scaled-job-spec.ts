import type { input } from "@pulumi/kubernetes/types";
import type * as pulumi from "@pulumi/pulumi";
import type { ScaledJobTrigger } from "./trigger";

/** What a change of the ScaledJob does to jobs that run: `immediate` deletes them, `gradual` lets them end. */
export type ScaledJobRolloutStrategy = "gradual" | "immediate";

/** How a changed ScaledJob replaces its jobs. */
export interface ScaledJobRollout {
    /** Default: `immediate`, which deletes running jobs at every change of the spec (kedacore/keda#6440). */
    strategy?: pulumi.Input<ScaledJobRolloutStrategy | undefined>;
    /** Whether a deleted job goes before its pods (`background`) or after them. Default: `background`. */
    propagationPolicy?: pulumi.Input<"background" | "foreground" | undefined>;
}

/** How many jobs to start for a metric (KEDA 2.20.2 `pkg/scaling/executor/scale_jobs.go`). */
export interface ScaledJobScalingStrategy {
    /**
     * Default: `default`, which subtracts the running jobs from the metric. `accurate` is for sources that do not
     * count what is being worked on.
     */
    strategy?: pulumi.Input<"default" | "custom" | "accurate" | "eager" | undefined>;
    /** For `custom`: taken off the metric. Default: 0; leaving it out stops KEDA before 2.20.2 (kedacore/keda#7798). */
    customScalingQueueLengthDeduction?: pulumi.Input<number | undefined>;
    /** For `custom`: the share of the running jobs to take off, as text, `"0.5"`. Another text means `default`. */
    customScalingRunningJobPercentage?: pulumi.Input<string | undefined>;
    /** A job counts as pending until one of its pods has all of these conditions. Default: none. */
    pendingPodConditions?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /** Which of several triggers decides. Default: `max`. */
    multipleScalersCalculation?: pulumi.Input<"min" | "max" | "avg" | "sum" | undefined>;
}

/** The desired state of a ScaledJob (KEDA 2.20.2 `config/crd/bases/keda.sh_scaledjobs.yaml`). */
export interface ScaledJobSpec {
    /** The jobs to start. A pod without `restartPolicy` gets `OnFailure`. */
    jobTargetRef: pulumi.Input<input.batch.v1.JobSpec>;
    /** At least one; not `cpu`, `memory` or `external-push`. */
    triggers: pulumi.Input<pulumi.Input<ScaledJobTrigger>[]>;
    /** Seconds between two decisions; 1 or more. Default: 30. */
    pollingInterval?: pulumi.Input<number | undefined>;
    /** Jobs that are kept waiting in addition to those that the metric asks for; 0 or more. Default: 0. */
    minReplicaCount?: pulumi.Input<number | undefined>;
    /** Jobs at a time, the waiting ones included; 1 or more. Default: 100. */
    maxReplicaCount?: pulumi.Input<number | undefined>;
    /** Ended jobs to keep; 0 or more. Default: 100. */
    successfulJobsHistoryLimit?: pulumi.Input<number | undefined>;
    /** Failed jobs to keep; 0 or more. Default: 100. */
    failedJobsHistoryLimit?: pulumi.Input<number | undefined>;
    /** The container whose environment the triggers' `...FromEnv` parameters read. Default: the first one. */
    envSourceContainerName?: pulumi.Input<string | undefined>;
    rollout?: pulumi.Input<ScaledJobRollout | undefined>;
    scalingStrategy?: pulumi.Input<ScaledJobScalingStrategy | undefined>;
    /** @deprecated Since KEDA 2.8: use `rollout.strategy`, over which this one wins. */
    rolloutStrategy?: pulumi.Input<ScaledJobRolloutStrategy | undefined>;
}
