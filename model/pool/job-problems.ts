import { problem } from "../arguments";
import type { Path } from "../declared";
import { valueAt } from "../declared";
import type { Finding } from "../findings";
import type { TriggerArgs } from "../triggers";
import { Signal, scalerMember, scalerOf, startsJobs } from "../triggers";
import type { AgentPoolArgs } from "./args";
import { JobStrategy, ScalingEngine, ScalingPause, WorkloadKind } from "./choices";
import { workloadKind } from "./resolve-kind";

/** What a pool of jobs has no use for, and why. */
const WITHOUT_USE: readonly (readonly [path: Path, why: string])[] = [
    [["scale", "behavior"], "KEDA starts jobs itself, and no autoscaler takes them away"],
    [["scale", "cooldownSeconds"], "a job ends with its task, and nothing takes it away before"],
    [["scale", "scaleToZeroWhenIdle"], "there are no jobs where nothing asks for them"],
    [["scale", "onMetricLoss"], "KEDA has no fallback for jobs: while a source fails it starts none"],
    [["scale", "pausedReplicas"], "jobs can only be paused as they are"],
    [["scale", "schedules"], "a window holds a number of replicas, and a job goes when it is done"],
    [
        ["disruption"],
        "Kubernetes counts jobs for no maxUnavailable and no percentage, and would let none of their pods go",
    ],
    [["vertical"], "a VerticalPodAutoscaler does not find the pods of a ScaledJob"],
    [["adopt"], "there is no Deployment and no autoscaler that it could take over"],
];

/** What a pool of jobs cannot have, and what only such a pool can. */
export function jobProblems(args: AgentPoolArgs): Finding[] {
    const { workload, scale } = args;
    if (workload.existing !== undefined) return [];
    if (workloadKind(args) !== WorkloadKind.Job) {
        return workload.job === undefined
            ? []
            : [
                  problem(
                      ["workload", "job"],
                      "has no effect: the pool runs no jobs",
                      "set workload.kind to Job, or remove it",
                  ),
              ];
    }
    return [
        ...WITHOUT_USE.filter(([path]) => valueAt(args, path) !== undefined).map(([path, why]) =>
            problem(path, `has no effect on jobs: ${why}`, "remove it"),
        ),
        ...(scale.engine === ScalingEngine.HorizontalPodAutoscaler
            ? [problem(["scale", "engine"], "cannot run jobs", "leave it out, or set it to Keda")]
            : []),
        ...(scale.pause !== undefined && scale.pause !== ScalingPause.Everything
            ? [problem(["scale", "pause"], "is not for jobs, which only start", "use Everything")]
            : []),
        ...scale.triggers.flatMap(triggerProblems),
        ...customProblems(args),
    ];
}

/** Triggers that start no jobs, and numbers that a ScaledJob reads as something else. */
function triggerProblems(trigger: TriggerArgs, index: number): Finding[] {
    const scaler = scalerOf(trigger);
    const member = scalerMember(trigger) ?? "";
    const at: Path = ["scale", "triggers", index, member];
    if (scaler?.type === "external-push") {
        const message = "pushes nothing to jobs: KEDA asks its server at each look, as it does with external";
        return [problem(at, message, "use external")];
    }
    if (scaler !== undefined && !startsJobs(scaler)) {
        const message = `starts no jobs: KEDA cannot use ${scaler.type} for a ScaledJob`;
        return [problem(at, message, "scale on the tasks that wait")];
    }
    if (trigger.raw?.metricType !== undefined) {
        const message = "has no effect on jobs: a ScaledJob has no metricType, and every number is a total";
        return [problem([...at, "metricType"], message, "remove it")];
    }
    const signal = valueAt(trigger, [member, "signal"]);
    if (typeof signal !== "string" || signal === Signal.Total) return [];
    const message = `is ${signal}, and jobs are started for a total only: one job for each threshold in it`;
    return [problem([...at, "signal"], message, "ask for the number of waiting tasks, and say Total")];
}

function customProblems({ workload }: AgentPoolArgs): Finding[] {
    const { scalingStrategy, customScalingRunningJobPercentage, ...job } = workload.job ?? {};
    const at: Path = ["workload", "job"];
    if (scalingStrategy === JobStrategy.Custom) {
        return customScalingRunningJobPercentage === undefined
            ? [
                  problem(
                      [...at, "customScalingRunningJobPercentage"],
                      "is missing: without it KEDA takes the strategy Default and says nothing",
                      "give the share of the running jobs that is left out, 0 to 1",
                  ),
              ]
            : [];
    }
    return (
        [
            ["customScalingRunningJobPercentage", customScalingRunningJobPercentage],
            ["customScalingQueueLengthDeduction", job.customScalingQueueLengthDeduction],
        ] as const
    )
        .filter(([, value]) => value !== undefined)
        .map(([member]) =>
            problem([...at, member], "has no effect: the strategy is not Custom", "remove it"),
        );
}
