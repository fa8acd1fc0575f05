import type { Fleet } from "../fleet";
import { isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";

/** Jobs that are stopped before their task is done. */
export const jobDeadline: Rule = {
    id: "job-deadline",
    severity: "warning",
    impact: "high",
    tags: ["jobs"],
    title: "A job may run as long as its longest task.",
    why: "A job past its activeDeadlineSeconds is stopped with its pods and never tried again, whatever its backoffLimit says.",
    source: "kubernetes.io, Job termination and cleanup; Kubernetes 1.36 pkg/controller/job",
    *check({ scalers }: Fleet) {
        for (const { declared, jobs, intent } of scalers) {
            const longest = intent?.task?.p99Seconds;
            if (jobs === undefined || longest === undefined) continue;
            const { activeDeadline } = jobs;
            if (isUnknown(activeDeadline)) yield notChecked(declared, activeDeadline.path);
            const deadline = known(activeDeadline);
            const start = intent?.task?.coldStartSeconds ?? 0;
            if (deadline === undefined || deadline >= start + longest) continue;
            yield {
                declared,
                path: activeDeadline.path,
                message: `a job is stopped after ${deadline} s, and the longest tasks take ${longest} s${start === 0 ? "" : ` after a start of ${start} s`}`,
                fix: `use ${Math.ceil(start + longest)} or more; it counts from the first start, and all retries are in it`,
            };
        }
    },
};
