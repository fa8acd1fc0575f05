import { problem } from "../arguments";
import type { Path } from "../declared";
import { formatPath, valueAt } from "../declared";
import type { Finding } from "../findings";
import type { TriggerArgs } from "../triggers";
import { nativeMember, triggerMember } from "../triggers";
import type { AgentPoolArgs } from "./args";
import { ScalingEngine } from "./choices";
import { isNativeTrigger } from "./native-scalers";

/** What no native autoscaler does. */
const KEDA_ONLY: readonly Path[] = [
    ["scale", "scaleToZeroWhenIdle"],
    ["scale", "pause"],
    ["scale", "pausedReplicas"],
];

const TAKEOVER: Path = ["adopt", "horizontalPodAutoscaler"];
const METRIC_LOSS: Path = ["scale", "onMetricLoss"];

/** What needs KEDA, beside what needs the native autoscaler: a metric that only it reads, or its engine. */
export function engineProblems(args: AgentPoolArgs): Finding[] {
    const { engine, triggers } = args.scale;
    const first = triggers.findIndex((trigger) => nativeMember(trigger) !== undefined);
    if (first !== -1) return besideMetric(args, formatPath(placeOf(triggers[first], first)));
    return engine === ScalingEngine.HorizontalPodAutoscaler ? besideEngine(args) : [];
}

/** The place of a trigger's own arguments. */
export function placeOf(trigger: TriggerArgs | undefined, index: number): Path {
    return ["scale", "triggers", index, (trigger && triggerMember(trigger)) ?? ""];
}

function besideEngine(args: AgentPoolArgs): Finding[] {
    const fix = "leave scale.engine out, or set it to Keda";
    return [
        ...kedaTriggers(args).map((path) =>
            problem(path, "cannot be read by the engine HorizontalPodAutoscaler", fix),
        ),
        ...given(args, [TAKEOVER]).map((path) =>
            problem(
                path,
                "needs KEDA, which takes the autoscaler over",
                "set scale.engine to Keda, or import the autoscaler with Pulumi",
            ),
        ),
        ...[...floors(args), ...given(args, KEDA_ONLY)].map((path) =>
            problem(path, "needs KEDA, and the engine is HorizontalPodAutoscaler", fix),
        ),
    ];
}

/** Everything that needs KEDA beside a metric that KEDA cannot read; `metric` is its place. */
function besideMetric(args: AgentPoolArgs, metric: string): Finding[] {
    const byKeda = "read the same number by a trigger of KEDA such as prometheus";
    return [
        ...(args.scale.engine === ScalingEngine.Keda
            ? [
                  problem(
                      ["scale", "engine"],
                      `is Keda, which cannot read ${metric}`,
                      `leave it out, or ${byKeda}`,
                  ),
              ]
            : []),
        ...kedaTriggers(args).map((path) =>
            problem(
                path,
                `is read by KEDA alone, and ${metric} by the native autoscaler alone`,
                `keep one of the two, or ${byKeda}`,
            ),
        ),
        ...[...floors(args), ...given(args, [...KEDA_ONLY, METRIC_LOSS, TAKEOVER])].map((path) =>
            problem(path, `needs KEDA, which cannot read ${metric}`, `remove it, or ${byKeda}`),
        ),
    ];
}

/** The places of triggers that only KEDA reads. */
function kedaTriggers({ scale }: AgentPoolArgs): Path[] {
    return scale.triggers.flatMap((trigger, index) =>
        isNativeTrigger(trigger) ? [] : [placeOf(trigger, index)],
    );
}

function given(args: AgentPoolArgs, paths: readonly Path[]): readonly Path[] {
    return paths.filter((path) => valueAt(args, path) !== undefined);
}

/** The floors of windows; a ceiling is set by a CronJob, whatever the engine is. */
function floors({ scale }: AgentPoolArgs): readonly Path[] {
    return (scale.schedules ?? []).flatMap(({ minReplicas }, index) =>
        minReplicas === undefined ? [] : [["scale", "schedules", index, "minReplicas"]],
    );
}
