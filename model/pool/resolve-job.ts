import type { AgentPoolArgs } from "./args";
import { JobRollout, JobStrategy, TriggerCombination } from "./choices";
import type { JobArgs } from "./job-args";
import { fittingStrategy } from "./job-strategy";
import type { Ledger } from "./ledger";
import type { PoolJob } from "./pool-workload";

const AT = "workload.job";
/** Times the longest task that a job may take with all of its retries, before it counts as stuck. */
const DEADLINE_FACTOR = 2;

/** Decides what only a pool of jobs has. */
export function resolveJob(args: AgentPoolArgs, ledger: Ledger): PoolJob {
    const given: JobArgs = args.workload.job ?? {};
    const fitting = fittingStrategy(args);
    const scalingStrategy = ledger.or(
        `${AT}.scalingStrategy`,
        given.scalingStrategy,
        fitting.value,
        fitting.reason,
        "derived",
    );
    const deduction = resolveDeduction(given, scalingStrategy, ledger);
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
            "the trigger with the largest number (KEDA's own default); Sum fits where each counts tasks of its own",
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

function resolveDeduction(given: JobArgs, strategy: JobStrategy, ledger: Ledger): number | undefined {
    const path = `${AT}.customScalingQueueLengthDeduction`;
    const deduction = given.customScalingQueueLengthDeduction;
    if (strategy !== JobStrategy.Custom) return ledger.givenIfAny(path, deduction);
    return ledger.or(path, deduction, 0, "nothing; KEDA before 2.20.2 stops where it is left out");
}

function resolveConditions(given: JobArgs, strategy: JobStrategy, ledger: Ledger): readonly string[] {
    const path = `${AT}.pendingPodConditions`;
    if (strategy !== JobStrategy.Accurate) return ledger.givenIfAny(path, given.pendingPodConditions) ?? [];
    return ledger.or(
        path,
        given.pendingPodConditions,
        ["Ready"],
        "a job whose pod is not ready has taken no task yet; KEDA takes it for started when its first container runs",
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
