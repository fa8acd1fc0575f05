import type { Fleet } from "../fleet";
import { effectiveStrategy, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";

/** Jobs that count as started before they have taken a task, or never. */
export const jobPending: Rule = {
    id: "job-pending",
    severity: "warning",
    impact: "medium",
    tags: ["jobs"],
    title: "With the strategy accurate, pendingPodConditions say when a job counts as started.",
    why: "A task counts as waiting until a job has taken it, and a job as started when a container runs: in between each look starts one more.",
    source: "KEDA 2.20.2 scale_jobs.go getPendingJobCount; kedacore/keda#6157, #5537, #1963; tried on a cluster",
    *check({ scalers }: Fleet) {
        for (const { declared, jobs } of scalers) {
            const strategy = jobs === undefined ? undefined : effectiveStrategy(jobs);
            if (jobs === undefined || (strategy !== "accurate" && strategy !== "eager")) continue;
            const { pendingPodConditions, pendingPodConditionsPath: path } = jobs;
            if (jobs.arePendingPodConditionsUnknown) {
                yield notChecked(declared, path);
                continue;
            }
            if (pendingPodConditions.length === 0 && strategy === "accurate") {
                yield {
                    declared,
                    path,
                    message:
                        "a job counts as started when a container of its pod runs: until it has taken its task, each look starts another one for it",
                    fix: "write pendingPodConditions: [Ready], and a startup or readiness probe that succeeds once the task is taken",
                };
            }
            const names = pendingPodConditions.map((condition) => known(condition));
            const twice = names.findIndex((name, index) => name !== undefined && names.indexOf(name) < index);
            if (twice === -1) continue;
            yield {
                declared,
                path: [...path, twice],
                severity: "error",
                message: `${JSON.stringify(names[twice]?.slice(0, 80))} is there twice, and KEDA counts conditions: no job ever counts as started`,
                fix: "name each condition once",
            };
        }
    },
};
