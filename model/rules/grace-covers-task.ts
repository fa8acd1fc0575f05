import { Secret, Unknown, valueAt } from "../declared";
import type { Fleet } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";

/** Kubernetes' default where a pod states none. */
export const DEFAULT_GRACE_SECONDS = 30;

/** Pods that are killed in the middle of a task. */
export const graceCoversTask: Rule = {
    id: "grace-covers-task",
    severity: "warning",
    title: "A pod may finish its longest task before it is killed.",
    why: "Every scale-in, drain and rollout ends a pod; with a short grace period it takes the task with it.",
    source: "mitodl/ol-infrastructure fe1278404: 30 s of grace killed a course import; PostHog#73863",
    *check({ scalers }: Fleet) {
        for (const { workload, intent } of scalers) {
            const longest = intent?.task?.p99Seconds;
            if (workload === undefined || longest === undefined) continue;
            const { declared, podSpecPath } = workload;
            const path = [...podSpecPath, "terminationGracePeriodSeconds"];
            const stated = valueAt(declared.object, path) ?? undefined;
            if (stated instanceof Unknown || stated instanceof Secret) {
                yield notChecked(declared, path, "the grace period");
                continue;
            }
            if (stated !== undefined && !Number.isInteger(stated)) {
                yield {
                    declared,
                    path,
                    severity: "error",
                    message: "the grace period is not a whole number of seconds",
                    fix: `use ${Math.ceil(longest)} or more`,
                };
                continue;
            }
            const grace = typeof stated === "number" ? stated : DEFAULT_GRACE_SECONDS;
            if (grace >= longest) continue;
            yield {
                declared,
                path,
                message: `a pod gets ${grace} s to stop, and the longest tasks take ${longest} s`,
                fix: `use a grace period of ${Math.ceil(longest)} s or more, or hand tasks back before stopping`,
            };
        }
    },
};
