import type { Finding } from "../findings";
import type { TriggerArgs } from "../triggers";
import { SCALERS_BY_MEMBER, scalerMember, scalerOf } from "../triggers";
import type { AgentPoolArgs } from "./args";
import { ScalingEngine } from "./choices";
import { NATIVE_SCALERS } from "./native-scalers";
import { loginProblems } from "./login-problems";
import { problem } from "./problem";
import { DNS_NAME } from "./syntax";

/** What no native autoscaler does. */
const KEDA_ONLY = ["schedules", "scaleToZeroWhenIdle", "pause", "pausedReplicas"] as const;

/** Combinations that have the right form and still cannot be built. */
export function scaleProblems({ scale, adopt, task }: AgentPoolArgs): Finding[] {
    const isNative = scale.engine === ScalingEngine.HorizontalPodAutoscaler;
    return [
        ...scale.triggers.flatMap((trigger, index) => [
            ...(isNative ? notNative(trigger, index) : []),
            ...authenticationName(trigger, index),
            ...loginProblems(trigger, index),
        ]),
        ...(isNative && adopt?.horizontalPodAutoscaler !== undefined
            ? [
                  problem(
                      ["adopt", "horizontalPodAutoscaler"],
                      "needs KEDA, which takes the autoscaler over",
                      "set scale.engine to Keda, or import the autoscaler with Pulumi",
                  ),
              ]
            : []),
        ...(isNative ? KEDA_ONLY : [])
            .filter((member) => scale[member] !== undefined)
            .map((member) =>
                problem(
                    ["scale", member],
                    "needs KEDA, and the engine is HorizontalPodAutoscaler",
                    "leave scale.engine out, or set it to Keda",
                ),
            ),
        ...idleProblems(scale),
        ...taskSeconds(task ?? {}),
    ];
}

function idleProblems({
    minReplicas,
    scaleToZeroWhenIdle,
    pause,
    pausedReplicas,
}: AgentPoolArgs["scale"]): Finding[] {
    return [
        ...(scaleToZeroWhenIdle === true && minReplicas === 0
            ? [
                  problem(
                      ["scale", "scaleToZeroWhenIdle"],
                      "has no effect: minReplicas is 0, and the pool goes to zero anyway",
                      "remove it, or raise minReplicas to what the pool wakes with",
                  ),
              ]
            : []),
        ...(pause !== undefined && pausedReplicas !== undefined
            ? [
                  problem(
                      ["scale", "pause"],
                      "has no effect: pausedReplicas stops everything",
                      "keep one of the two",
                  ),
              ]
            : []),
    ];
}

function notNative(trigger: TriggerArgs, index: number): Finding[] {
    const scaler = scalerOf(trigger);
    const member = scalerMember(trigger) ?? "";
    if (scaler !== undefined && SCALERS_BY_MEMBER.has(member) && NATIVE_SCALERS.has(scaler.type)) return [];
    return [
        problem(
            ["scale", "triggers", index, member],
            "cannot be read by the engine HorizontalPodAutoscaler",
            "leave scale.engine out, or set it to Keda",
        ),
    ];
}

/** A trigger's name becomes part of the name of the TriggerAuthentication that is made for it. */
function authenticationName({ name, authentication }: TriggerArgs, index: number): Finding[] {
    if (name === undefined || authentication === undefined || authentication.existing !== undefined)
        return [];
    if (DNS_NAME.accepts(name)) return [];
    return [
        problem(
            ["scale", "triggers", index, "name"],
            `is ${JSON.stringify(name.slice(0, 60))}, which cannot be part of its TriggerAuthentication's name`,
            DNS_NAME.fix,
        ),
    ];
}

function taskSeconds({ typicalSeconds, p99Seconds }: NonNullable<AgentPoolArgs["task"]>): Finding[] {
    if (typicalSeconds === undefined || p99Seconds === undefined || typicalSeconds <= p99Seconds) return [];
    return [
        problem(
            ["task", "typicalSeconds"],
            `is ${typicalSeconds}, above p99Seconds ${p99Seconds}: a typical task is never longer than the longest`,
            `use ${p99Seconds} or less, or raise p99Seconds`,
        ),
    ];
}
