import type { Fleet } from "../fleet";
import { known, measuresPods } from "../fleet";
import type { Rule } from "./rule";

/** A pool that is meant to sleep and that nothing could ever wake. */
export const resourceOnlyMinZero: Rule = {
    id: "resource-only-min-zero",
    severity: "error",
    impact: "high",
    tags: ["bounds"],
    title: "A pool that sleeps has a trigger that can wake it.",
    why: "Pods that do not exist use no CPU and no memory, so those two can never start the first one.",
    source: "KEDA 2.20.2 verifyCPUMemoryScalers (skipped on a dry run), kedacore/keda#4269; Kubernetes HPA validation",
    *check({ scalers }: Fleet) {
        for (const { declared, engine, min, triggers, jobs } of scalers) {
            // For jobs those two are refused by job-triggers, whatever the floor.
            if (jobs !== undefined) continue;
            // Triggers and floors that are not known yet are noted by trigger-type and scale-bounds.
            if (known(min) !== 0 || triggers.length === 0) continue;
            if (!triggers.every(measuresPods)) continue;
            const isNative = engine === "hpa";
            yield {
                declared,
                path: min.path,
                message: `the floor is 0, and CPU${isNative ? ", memory and metrics of the pods" : " or memory"} alone can neither put the pool to sleep nor wake it`,
                fix: `use a floor of 1, or add ${isNative ? "an object or external metric" : "a trigger that is not CPU or memory"}`,
            };
        }
    },
};
