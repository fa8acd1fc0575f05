import { Unknown, valueAt } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import { containerLabel } from "./container-label";
import { runningContainers } from "./containers-of";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";
import type { StopTimes } from "./stop-times";
import { PRE_STOP, hookSeconds, stopTimes } from "./stop-times";

/** Pods that are killed in the middle of a task. */
export const graceCoversTask: Rule = {
    id: "grace-covers-task",
    severity: "warning",
    impact: "high",
    tags: ["disruption"],
    title: "A pod may finish its longest task before it is killed, also after its preStop hook.",
    why: "Every scale-in, drain and rollout ends a pod; with a short grace period it takes the task with it.",
    source: "mitodl/ol-infrastructure fe1278404: 30 s of grace killed a course import; PostHog#73863; Kubernetes validateSleepAction",
    *check({ scalers }: Fleet) {
        for (const { workload, intent } of scalers) {
            if (workload === undefined) continue;
            const times = stopTimes(workload, intent);
            yield* checkTask(workload, times, intent?.task?.p99Seconds);
            if (typeof times.grace === "number") yield* checkHooks(workload, times.grace);
        }
    },
};

function* checkTask(
    { declared }: FleetWorkload,
    { grace, gracePath: path, preStop, needed }: StopTimes,
    longest: number | undefined,
): Generator<Breach> {
    if (longest === undefined) return;
    if (preStop instanceof Unknown) {
        yield notChecked(declared, path, preStop.path);
        return;
    }
    if (grace instanceof Unknown) {
        yield notChecked(declared, path, grace.path);
    } else if (grace === undefined) {
        yield {
            declared,
            path,
            severity: "error",
            message: "the grace period is not a whole number of seconds",
            fix: `use ${Math.ceil(needed ?? longest)} or more`,
        };
    } else if (needed !== undefined && grace < needed) {
        const before = preStop === 0 ? "" : `, of which ${preStop} s pass before it is asked to`;
        yield {
            declared,
            path,
            message: `a pod gets ${grace} s to stop${before}, and the longest tasks take ${longest} s`,
            fix: `use a grace period of ${Math.ceil(needed)} s or more, or hand tasks back before stopping`,
        };
    }
}

/** Hooks that outlast the grace period: Kubernetes refuses its own sleep, and kills a container in the middle of a command. */
function* checkHooks(workload: FleetWorkload, grace: number): Generator<Breach> {
    for (const { name, path, container } of runningContainers(workload) ?? []) {
        const hook = valueAt(container, PRE_STOP);
        const seconds = hookSeconds(hook);
        if (seconds instanceof Unknown || seconds <= grace) continue;
        const isAction = valueAt(hook, ["sleep"]) !== undefined;
        yield {
            declared: workload.declared,
            path: [...path, ...PRE_STOP],
            ...(isAction ? { severity: "error" as const } : {}),
            message: `the hook of ${containerLabel(name, Number(path.at(-1)))} sleeps ${seconds} s, and the pod is killed after ${grace} s`,
            fix: `sleep ${grace} s or less, or use a grace period of more than ${Math.ceil(seconds)} s`,
        };
    }
}
