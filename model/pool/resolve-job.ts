import type { AgentPoolArgs } from "./args";
import { JobRollout, JobStrategy, TriggerCombination } from "./choices";
import type { JobArgs } from "./job-args";
import type { Ledger } from "./ledger";
import type { PoolJob } from "./pool-workload";

const AT = "workload.job";
/** Times the longest task that a job may take with all of its retries, before it counts as stuck. */
const DEADLINE_FACTOR = 2;

/** Decides what only a pool of jobs has. */
export function resolveJob(args: AgentPoolArgs, ledger: Ledger): PoolJob {
    const given: JobArgs = args.workload.job ?? {};
    const scalingStrategy = ledger.or(
        `${AT}.scalingStrategy`,
        given.scalingStrategy,
        JobStrategy.Accurate,
        "one job for each task that nobody has taken yet",
    );
    const deduction = ledger.givenIfAny(
        `${AT}.customScalingQueueLengthDeduction`,
        given.customScalingQueueLengthDeduction,
    );
    const percentage = ledger.givenIfAny(
        `${AT}.customScalingRunningJobPercentage`,
        given.customScalingRunningJobPercentage,
    );
    const backoffLimit = ledger.or(
        `${AT}.backoffLimit`,
        given.backoffLimit,
        2,
        "a task that fails three times fails for a reason (Kubernetes' own default is 6)",
    );
    const activeDeadlineSeconds = resolveDeadline(args, backoffLimit, ledger);
    return {
        scalingStrategy,
        ...(deduction === undefined ? {} : { customScalingQueueLengthDeduction: deduction }),
        ...(percentage === undefined ? {} : { customScalingRunningJobPercentage: percentage }),
        pendingPodConditions: resolveConditions(given, scalingStrategy, ledger),
        multipleScalersCalculation: ledger.or(
            `${AT}.multipleScalersCalculation`,
            given.multipleScalersCalculation,
            TriggerCombination.Max,
            "the trigger that asks for most, as everywhere else",
        ),
        rollout: ledger.or(
            `${AT}.rollout`,
            given.rollout,
            JobRollout.Gradual,
            "a change must not delete jobs that run (KEDA's own default does)",
        ),
        successfulJobsHistoryLimit: resolveHistory("successfulJobsHistoryLimit", given, ledger),
        failedJobsHistoryLimit: resolveHistory("failedJobsHistoryLimit", given, ledger),
        ...(activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds }),
        backoffLimit,
    };
}

function resolveConditions(given: JobArgs, strategy: JobStrategy, ledger: Ledger): readonly string[] {
    const path = `${AT}.pendingPodConditions`;
    if (strategy !== JobStrategy.Accurate) return ledger.givenIfAny(path, given.pendingPodConditions) ?? [];
    return ledger.or(
        path,
        given.pendingPodConditions,
        ["Ready", "PodScheduled"],
        "a job whose pod waits for a node has taken no task yet; without them KEDA counts it as started",
    );
}

function resolveHistory(
    member: "successfulJobsHistoryLimit" | "failedJobsHistoryLimit",
    given: JobArgs,
    ledger: Ledger,
): number {
    return ledger.or(`${AT}.${member}`, given[member], 10, "enough to look at (KEDA's own default is 100)");
}

function resolveDeadline(
    { task, workload }: AgentPoolArgs,
    backoffLimit: number,
    ledger: Ledger,
): number | undefined {
    const path = `${AT}.activeDeadlineSeconds`;
    const given = workload.job?.activeDeadlineSeconds;
    const longest = task?.p99Seconds;
    if (longest === undefined) return ledger.givenIfAny(path, given);
    const start = task?.coldStartSeconds ?? 0;
    const attempts = backoffLimit + 1;
    return ledger.or(
        path,
        given,
        Math.ceil(DEADLINE_FACTOR * attempts * (longest + start)),
        `twice what ${attempts} attempts of the longest tasks take, ${longest} s each: what runs longer is stuck`,
        "derived",
    );
}
