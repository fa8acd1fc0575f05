import type { Field, Fleet, FleetJobs } from "../fleet";
import { isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";

/** The smallest value of each number, and what happens below it. */
const NUMBERS: readonly (readonly [
    of: (jobs: FleetJobs) => Field<number>,
    least: number,
    otherwise: string,
])[] = [
    [({ successfulHistory }) => successfulHistory, 0, "the API server refuses it"],
    [({ failedHistory }) => failedHistory, 0, "the API server refuses it"],
    [({ backoffLimit }) => backoffLimit, 0, "the API server refuses every job"],
    [({ activeDeadline }) => activeDeadline, 1, "a job is stopped before it has begun, or refused"],
    [({ parallelism }) => parallelism, 1, "a job runs no pod and never ends, or is refused"],
];

/** Numbers with which no job can run. */
export const jobValues: Rule = {
    id: "job-values",
    severity: "error",
    impact: "high",
    tags: ["jobs"],
    title: "History limits and retries of a ScaledJob are 0 or more, deadline and parallelism 1 or more.",
    why: "The object is refused, or each of its jobs is, which only KEDA's events say.",
    source: "KEDA 2.20.2 ScaledJob CRD; Kubernetes 1.36 pkg/apis/batch/validation",
    *check({ scalers }: Fleet) {
        for (const { declared, jobs, intent } of scalers) {
            if (jobs === undefined) continue;
            for (const [fieldOf, least, otherwise] of NUMBERS) {
                const field = fieldOf(jobs);
                const value = known(field);
                // A deadline that a declared task is compared with is noted by job-deadline.
                const isCompared = field === jobs.activeDeadline && intent?.task?.p99Seconds !== undefined;
                if (isUnknown(field) && !isCompared) yield notChecked(declared, field.path);
                if (value === undefined || value >= least) continue;
                yield {
                    declared,
                    path: field.path,
                    message: `${String(field.path.at(-1))} is ${value}, and ${otherwise}`,
                    fix: `use ${least} or more, or remove it`,
                };
            }
        }
    },
};
