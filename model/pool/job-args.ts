import type { JobRollout, JobStrategy, TriggerCombination } from "./choices";

/** What only a pool of jobs has (KEDA ScaledJob). */
export interface JobArgs {
    /**
     * How many new jobs a number of tasks asks for. Default: by what the triggers count, `Accurate` where every number
     * falls when a job takes a task (a Redis list), `Default` where one does not (the lag of a Kafka group, a window)
     * or where that is not known (a query).
     */
    scalingStrategy?: JobStrategy;
    /** Jobs that are left out of what the triggers ask for; only with `Custom`. Default: 0. */
    customScalingQueueLengthDeduction?: number;
    /**
     * Share of the running jobs, 0 to 1, that is taken off what the triggers ask for; only with `Custom`, where it is
     * needed. Below 1 more jobs than `scale.maxReplicas` may run.
     */
    customScalingRunningJobPercentage?: number;
    /**
     * Conditions of a pod that must all be true before its job counts as started. Default: `Ready` with `Accurate`:
     * until a job counts as started, its task gets no second one. `Ready` comes with the first success of a startup or
     * readiness probe, and without a probe as soon as the containers run.
     */
    pendingPodConditions?: string[];
    /** How several triggers make one number. Default: `Max`, which compares their numbers and not the jobs that they ask for. */
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
