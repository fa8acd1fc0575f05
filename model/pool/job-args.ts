import type { JobRollout, JobStrategy, TriggerCombination } from "./choices";

/** What only a pool of jobs has (KEDA ScaledJob). */
export interface JobArgs {
    /** How many new jobs a number of waiting tasks asks for. Default: `Accurate`; `Default` beside a window, whose number stays while its jobs run. */
    scalingStrategy?: JobStrategy;
    /** Tasks that are left out of the count; only with `Custom`. Default: 0. */
    customScalingQueueLengthDeduction?: number;
    /** Share of the running jobs, 0 to 1, that is left out of the count; only with `Custom`. Needed there. */
    customScalingRunningJobPercentage?: number;
    /**
     * Conditions of a pod that must all be true before its job counts as started. Default: `Ready` and
     * `PodScheduled` with `Accurate`, which otherwise starts a second job for a task whose pod still waits for a node.
     */
    pendingPodConditions?: string[];
    /** How several triggers make one number. Default: `Max`. */
    multipleScalersCalculation?: TriggerCombination;
    /** What a change of the pool does to jobs that run. Default: `Gradual`. */
    rollout?: JobRollout;
    /** Finished jobs that are kept to look at. Default: 10. */
    successfulJobsHistoryLimit?: number;
    /** Failed jobs that are kept to look at. Default: 10. */
    failedJobsHistoryLimit?: number;
    /** Seconds after which a job is stopped, retries included. Default: from `task.p99Seconds`; none where that is not known. */
    activeDeadlineSeconds?: number;
    /** How often a failed pod is tried again. Default: 2. */
    backoffLimit?: number;
}
