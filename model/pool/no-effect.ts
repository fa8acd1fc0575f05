import { problem } from "../arguments";
import type { Path } from "../declared";
import { valueAt } from "../declared";
import type { Finding } from "../findings";
import type { Scaler } from "../triggers";
import { nativeMember, scalerOf } from "../triggers";
import type { AgentPoolArgs } from "./args";
import { WaitFor } from "./choices";

/** What only a pool with a pod of its own can use. */
const OF_THE_POD: readonly Path[] = [
    ["probes"],
    ["placement"],
    ["workload", "security"],
    ["workload", "fsGroup"],
    ["workload", "terminationGracePeriodSeconds"],
    ["workload", "sidecars"],
    ["workload", "initContainers"],
    ["workload", "volumes"],
    ["workload", "imagePullSecrets"],
    ["workload", "runtimeClassName"],
];

/** What only a pool with a workload of its own can use. */
const OF_THE_WORKLOAD: readonly Path[] = [
    ...OF_THE_POD,
    ["workload", "kind"],
    ["workload", "statefulSet"],
    ["workload", "job"],
    ["workload", "serviceAccountName"],
    ["disruption"],
    ["qosClass"],
    ["adopt", "deployment"],
];

/**
 * Arguments that would be ignored without a word; each is refused. Not among them are the cooldown and the polling
 * interval of a pool that never sleeps: those are kept for the day on which it does, and shown as without effect.
 */
export function noEffectProblems(args: AgentPoolArgs): Finding[] {
    return [...besideWorkload(args), ...withoutSource(args), ...withoutWait(args)];
}

function besideWorkload(args: AgentPoolArgs): Finding[] {
    if (args.workload.existing !== undefined) {
        const why = "the target is managed elsewhere, and the pool only scales it";
        return given(args, OF_THE_WORKLOAD, why, "set it on the target itself, and remove it here");
    }
    if (args.workload.podTemplate !== undefined) {
        const why = "workload.podTemplate is used as it is";
        return given(args, OF_THE_POD, why, "write it into the template, and remove it here");
    }
    return [];
}

function given(args: AgentPoolArgs, paths: readonly Path[], why: string, fix: string): Finding[] {
    return paths
        .filter((path) => valueAt(args, path) !== undefined)
        .map((path) => problem(path, `has no effect: ${why}`, fix));
}

/** Logins and fallbacks of triggers that ask nobody. */
function withoutSource({ scale }: AgentPoolArgs): Finding[] {
    const scalers = scale.triggers.map(scalerOf);
    const logins = scale.triggers.flatMap(({ authentication }, index) => {
        const scaler = scalers[index];
        return authentication === undefined || scaler === undefined || asksSource(scaler)
            ? []
            : [
                  problem(
                      ["scale", "triggers", index, "authentication"],
                      `has no effect: ${scaler.type} asks no source that one could log in to`,
                      "remove it",
                  ),
              ];
    });
    if (scale.onMetricLoss === undefined || scalers.some((scaler) => scaler?.wakesFromZero)) return logins;
    // Beside a metric that KEDA cannot read, that is what is wrong.
    if (scale.triggers.some((trigger) => nativeMember(trigger) !== undefined)) return logins;
    return [
        ...logins,
        problem(
            ["scale", "onMetricLoss"],
            "has no effect: KEDA has no fallback for CPU and memory alone",
            "remove it; the autoscaler holds the replicas while it has no metrics",
        ),
    ];
}

/** Whether a scaler reads its number from somewhere else: not from the clock, not from the pods. */
function asksSource({ type, wakesFromZero }: Scaler): boolean {
    return wakesFromZero && type !== "cron";
}

function withoutWait({ waitFor, waitSeconds }: AgentPoolArgs): Finding[] {
    if (waitFor !== WaitFor.Nothing || waitSeconds === undefined) return [];
    return [problem(["waitSeconds"], "has no effect: waitFor is Nothing", "remove one of the two")];
}
