import type { TriggerArgs } from "../triggers";
import { countsTaken, scalerOf, targetKeyOf } from "../triggers";
import type { AgentPoolArgs } from "./args";
import { JobStrategy } from "./choices";
import { encodePoolTrigger } from "./encode-pool-trigger";

/**
 * The strategy that fits what the triggers count, with the reason. KEDA's `accurate` is right only where every number
 * falls when a job takes a task: else each look starts more jobs for the tasks that are worked on already. Where that
 * is not known it is `default`: at worst a task waits until a job has ended, which costs nothing.
 */
export function fittingStrategy({ scale }: AgentPoolArgs): {
    readonly value: JobStrategy;
    readonly reason: string;
} {
    const numbers = scale.triggers.map((trigger, index) => {
        const { scaler, type, name, metadata } = encodePoolTrigger(trigger, index, leavingOut(trigger));
        return {
            label: name === undefined ? type : `${type} ${JSON.stringify(name)}`,
            counts: scaler === undefined ? undefined : countsTaken(scaler, metadata),
        };
    });
    const stays = numbers.find(({ counts }) => counts === true);
    if (stays !== undefined) {
        const reason = `the number of ${stays.label} does not fall when a job takes a task, so the jobs that run are taken off it`;
        return { value: JobStrategy.Default, reason };
    }
    const open = numbers.find(({ counts }) => counts === undefined);
    if (open !== undefined) {
        const reason = `whether the number of ${open.label} falls when a job takes a task is not known, and with the jobs that run taken off no task gets two; where it falls, Accurate starts sooner`;
        return { value: JobStrategy.Default, reason };
    }
    const reason = `the number of ${numbers.map(({ label }) => label).join(" and of ")} falls when a job takes a task, so each task that is left needs a job of its own`;
    return { value: JobStrategy.Accurate, reason };
}

/** An argument of a trigger that its author left out, as a pool of jobs needs it. */
export interface AddedArgument {
    readonly member: string;
    readonly value: boolean | number;
    readonly reason: string;
}

/**
 * What a pool of jobs adds to the arguments of a trigger, so that its number means what a job is for.
 *
 * @param strategy What was decided for the pool.
 */
export function addedForJobs(
    args: AgentPoolArgs,
    strategy: JobStrategy,
    trigger: TriggerArgs,
    index: number,
): AddedArgument[] {
    const leavesOut = strategy === JobStrategy.Accurate || strategy === JobStrategy.Eager;
    const reason = "what a job works on needs no second job (KEDA's own default is true)";
    return [
        ...tasksPerJob(args, trigger, index),
        ...Object.entries(leavesOut ? leavingOut(trigger) : {}).map(([member, value]) => ({
            member,
            value,
            reason,
        })),
    ];
}

/** The target: as many tasks as a job works on, in place of the number that KEDA assumes for a replica. */
function tasksPerJob({ task }: AgentPoolArgs, trigger: TriggerArgs, index: number): AddedArgument[] {
    const { scaler, metadata } = encodePoolTrigger(trigger, index);
    if (scaler === undefined || trigger.raw !== undefined) return [];
    const key = targetKeyOf(scaler, metadata);
    if (key === undefined || metadata[key] !== undefined) return [];
    const [member, field] = Object.entries(scaler.fields).find(([, each]) => each.key === key) ?? [];
    if (member === undefined || field?.default === undefined) return [];
    const value = task?.concurrency ?? 1;
    const reason = `a job works on ${value === 1 ? "one task" : `${value} tasks at a time`} (KEDA's own default is ${field.default})`;
    return [{ member, value, reason }];
}

/** Arguments with which the number leaves out the tasks that somebody has taken, where its author gave none. */
function leavingOut(trigger: TriggerArgs): Readonly<Record<string, boolean>> {
    const scaler = scalerOf(trigger);
    if (scaler === undefined || trigger.raw !== undefined) return {};
    const given = trigger[scaler.member as keyof TriggerArgs] as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
        Object.entries(scaler.leavingOutTaken ?? {}).filter(([member]) => given[member] === undefined),
    );
}
