import { problem } from "../arguments";
import type { Finding } from "../findings";
import { SCALE_TO_ZERO_KUBERNETES, versionAtLeast } from "../platform";
import type { TriggerArgs } from "../triggers";
import { nativeMember } from "../triggers";
import type { AutoscaledAgentPoolArgs } from "./args";
import { ScalingEngine, WorkloadKind } from "./choices";
import { placeOf } from "./engine-problems";
import { isNativeTrigger } from "./native-scalers";
import { workloadKind } from "./resolve-kind";

/** What is of no use to a metric of the native autoscaler, and a floor of 0 where that does not go so far. */
export function nativeMetricProblems(args: AutoscaledAgentPoolArgs): Finding[] {
    const { triggers } = args.scale;
    if (workloadKind(args) === WorkloadKind.Job) return triggers.flatMap(ofJob);
    return [...triggers.flatMap(withoutEffect), ...zeroProblems(args)];
}

function ofJob(trigger: TriggerArgs, index: number): Finding[] {
    if (nativeMember(trigger) === undefined) return [];
    const message = "starts no jobs: KEDA does that, and cannot read it";
    return [problem(placeOf(trigger, index), message, "scale on the tasks that wait, by a trigger of KEDA")];
}

const WITHOUT_EFFECT = {
    name: "a metric of the native autoscaler is known by its metricName alone",
    authentication: "the cluster's own adapter reads the metric, and has its own login",
};

function withoutEffect(trigger: TriggerArgs, index: number): Finding[] {
    const member = nativeMember(trigger);
    if (member === undefined) return [];
    return (["name", "authentication"] as const)
        .filter((each) => trigger[each] !== undefined)
        .map((each) =>
            problem(
                ["scale", "triggers", index, each],
                `has no effect on ${member}: ${WITHOUT_EFFECT[each]}`,
                "remove it",
            ),
        );
}

function zeroProblems({ scale, platform }: AutoscaledAgentPoolArgs): Finding[] {
    const members = scale.triggers.map(nativeMember);
    const isNative =
        scale.engine === ScalingEngine.HorizontalPodAutoscaler ||
        members.some((member) => member !== undefined);
    // Beside what only KEDA reads, that is what is wrong.
    if (!isNative || scale.minReplicas > 0 || !scale.triggers.every(isNativeTrigger)) return [];
    const at = ["scale", "minReplicas"];
    if (!members.some((member) => member === "objectMetric" || member === "externalMetric")) {
        const message =
            "is 0, and the native autoscaler goes there on an objectMetric or externalMetric only";
        return [problem(at, message, "use 1 or more, or scale on one of those too")];
    }
    const version = platform?.kubernetesVersion;
    const needs = `is 0, which the native autoscaler takes from Kubernetes ${SCALE_TO_ZERO_KUBERNETES} on`;
    if (version === undefined) {
        const message = `${needs}, and platform.kubernetesVersion does not say which the cluster has`;
        return [problem(at, message, "state platform.kubernetesVersion, or use 1 or more")];
    }
    if (versionAtLeast(version, SCALE_TO_ZERO_KUBERNETES)) return [];
    return [
        problem(
            at,
            `${needs}, and the cluster has ${version}`,
            "use 1 or more, or scale by a trigger of KEDA, which goes to zero by itself",
        ),
    ];
}
