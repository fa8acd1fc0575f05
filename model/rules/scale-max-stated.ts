import type { Fleet } from "../fleet";
import type { Rule } from "./rule";

/** A ceiling that nobody chose. */
export const scaleMaxStated: Rule = {
    id: "scale-max-stated",
    severity: "warning",
    title: "The ceiling is written down.",
    why: "Without it KEDA scales to 100 replicas, which is what a runaway queue then costs.",
    source: "KEDA 2.20.2 apis/keda/v1alpha1/scaledobject_types.go: defaultHPAMaxReplicas 100",
    *check({ scalers }: Fleet) {
        for (const { declared, maxStated, max, engine } of scalers) {
            if (maxStated) continue;
            yield {
                declared,
                path: max.path,
                // The API server requires the field of an HPA.
                ...(engine === "hpa" ? { severity: "error" as const } : {}),
                message:
                    engine === "keda"
                        ? "no maxReplicaCount is given, so the ceiling is KEDA's 100"
                        : "no maxReplicas is given, and the API server requires it",
                fix: "write the most replicas that you would pay for",
            };
        }
    },
};
