import type { Fleet, FleetScaler } from "../fleet";
import type { Rule } from "./rule";

const MESSAGES: Readonly<Record<FleetScaler["engine"], string>> = {
    keda: "no maxReplicaCount is given, so the ceiling is KEDA's 100",
    "keda-jobs": "no maxReplicaCount is given, so up to KEDA's 100 jobs run at once, beside the extra ones",
    hpa: "no maxReplicas is given, and the API server requires it",
};

/** A ceiling that nobody chose. */
export const scaleMaxStated: Rule = {
    id: "scale-max-stated",
    severity: "warning",
    impact: "high",
    tags: ["bounds"],
    title: "The ceiling is written down.",
    why: "Without it KEDA scales to 100 replicas or jobs, which is what a runaway queue then costs.",
    source: "KEDA 2.20.2 apis/keda/v1alpha1: defaultHPAMaxReplicas 100, defaultScaledJobMaxReplicaCount 100",
    *check({ scalers }: Fleet) {
        for (const { declared, maxStated, max, engine } of scalers) {
            if (maxStated) continue;
            yield {
                declared,
                path: max.path,
                // The API server requires the field of an HPA.
                ...(engine === "hpa" ? { severity: "error" as const } : {}),
                message: MESSAGES[engine],
                fix: "write the most replicas that you would pay for",
            };
        }
    },
};
