import { Secret, Unknown } from "../declared";
import type { Fleet } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";

/** Pods that no Job may have. */
export const jobRestartPolicy: Rule = {
    id: "job-restart-policy",
    severity: "error",
    impact: "high",
    tags: ["jobs"],
    title: "The pods of a ScaledJob are restarted on failure or never.",
    why: "The API server refuses every single job; the ScaledJob stays Ready and active, and nothing runs.",
    source: "Kubernetes 1.36 pkg/apis/batch/validation; KEDA 2.20.2 scale_jobs.go createJobs; tried on a cluster",
    *check({ scalers }: Fleet) {
        for (const { declared, jobs, workload } of scalers) {
            // A pod of which nothing is known is noted by container-image.
            if (jobs === undefined || workload === undefined || workload.isPodSpecUnknown) continue;
            const path = [...workload.podSpecPath, "restartPolicy"];
            // Where there is none, KEDA writes OnFailure.
            const policy = workload.podSpec["restartPolicy"] ?? "";
            if (policy instanceof Unknown || policy instanceof Secret) yield notChecked(declared, path);
            else if (policy !== "" && policy !== "OnFailure" && policy !== "Never") {
                yield {
                    declared,
                    path,
                    message: `restartPolicy is ${JSON.stringify(policy).slice(0, 80)}, and a Job accepts only OnFailure and Never: no job is made`,
                    fix: "use Never, with which a job tries again in a new pod, or OnFailure",
                };
            }
        }
    },
};
