import { DNS_NAME, problem } from "../arguments";
import type { Finding } from "../findings";
import type { TriggerArgs } from "../triggers";
import { nativeMember } from "../triggers";
import type { AgentPoolArgs } from "./args";
import { loginProblems } from "./login-problems";

/** Combinations that have the right form and still cannot be built. */
export function scaleProblems({ scale, task }: AgentPoolArgs): Finding[] {
    return [
        ...scale.triggers.flatMap((trigger, index) => [
            ...authenticationName(trigger, index),
            ...loginProblems(trigger, index),
        ]),
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

/** A trigger's name becomes part of the name of the TriggerAuthentication that is made for it. */
function authenticationName(trigger: TriggerArgs, index: number): Finding[] {
    const { name, authentication } = trigger;
    if (nativeMember(trigger) !== undefined) return [];
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
