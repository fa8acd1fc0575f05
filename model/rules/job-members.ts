import { valueAt } from "../declared";
import type { Fleet } from "../fleet";
import { known } from "../fleet";
import type { Rule } from "./rule";

/** What only a ScaledObject has, and what to do without it. */
const OF_SCALED_OBJECTS: Readonly<Record<string, string>> = {
    advanced: "remove it: there is no HPA that it could be for",
    cooldownPeriod: "remove it: a job ends by itself",
    fallback: "remove it: while a source fails no jobs are started, and those that run go on",
    idleReplicaCount: "remove it: without tasks there are no jobs",
    initialCooldownPeriod: "remove it: a job ends by itself",
    scaleTargetRef: "write what a job runs as jobTargetRef",
};

/** Fields that a ScaledJob does not have. */
export const jobMembers: Rule = {
    id: "job-members",
    severity: "error",
    impact: "high",
    tags: ["jobs"],
    title: "A ScaledJob has no fields that only a ScaledObject has.",
    why: "The API server refuses it from kubectl and in each server-side apply, Pulumi's too; from anyone else it drops the field without a word.",
    source: "KEDA 2.20.2 ScaledJob CRD, config/crd/patches/scaledjob_patch.yaml; scaledjob_controller.go; tried on a cluster",
    *check({ scalers }: Fleet) {
        for (const { declared, jobs, triggers } of scalers) {
            if (jobs === undefined) continue;
            for (const [member, fix] of Object.entries(OF_SCALED_OBJECTS)) {
                const path = ["spec", member];
                if ((valueAt(declared.object, path) ?? undefined) === undefined) continue;
                yield { declared, path, message: `a ScaledJob has no ${member}`, fix };
            }
            for (const { metricType, useCachedMetrics, scaler } of triggers) {
                if (metricType.value !== undefined) {
                    yield {
                        declared,
                        path: metricType.path,
                        message: "a trigger of a ScaledJob has no metricType: every number is a total",
                        fix: "remove it",
                    };
                }
                // What can have no cache anywhere is refused by trigger-identity.
                if (known(useCachedMetrics) === true && scaler?.cacheable !== false) {
                    yield {
                        declared,
                        path: useCachedMetrics.path,
                        severity: "warning",
                        message:
                            "useCachedMetrics has no effect on a ScaledJob, whose sources are asked once at each look",
                        fix: "remove it",
                    };
                }
            }
        }
    },
};
