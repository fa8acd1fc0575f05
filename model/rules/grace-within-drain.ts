import { Unknown } from "../declared";
import type { Fleet } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";
import { stopTimes } from "./stop-times";

/** Grace periods that no node drain waits for. */
export const graceWithinDrain: Rule = {
    id: "grace-within-drain",
    severity: "warning",
    impact: "medium",
    tags: ["disruption"],
    title: "A pod stops within the time that a node drain waits for it.",
    why: "The grace period is a promise that a drain does not keep: an upgrade or a consolidation kills the task all the same.",
    source: "kubernetes/kubernetes#94435: cluster-autoscaler waits 600 s; zalando#4572",
    *check({ scalers, platform }: Fleet) {
        const drain = platform.nodeDrainSeconds;
        if (drain === undefined) return;
        for (const { workload, intent, jobs } of scalers) {
            if (workload === undefined || intent?.task?.interruptible === true) continue;
            const { grace, gracePath, needed } = stopTimes(workload, intent);
            // Where a task is declared, grace-covers-task notes it.
            if (grace instanceof Unknown && intent?.task?.p99Seconds === undefined) {
                yield notChecked(workload.declared, gracePath, grace.path);
            }
            if (typeof grace !== "number" || grace <= drain || (needed ?? grace) <= drain) continue;
            yield {
                declared: workload.declared,
                path: gracePath,
                message: `a pod asks for ${grace} s to stop, and a node drain waits ${drain} s`,
                fix:
                    jobs === undefined
                        ? `hand tasks back within ${drain} s, let the drain wait longer, or run each task as a job that nothing drains`
                        : `hand tasks back within ${drain} s, or let the drain wait longer`,
            };
        }
    },
};
