import { valueAt } from "../declared";
import type { Fleet } from "../fleet";
import type { Rule } from "./rule";
import { scaledWorkloads } from "./scaled-workloads";

/** Pods of which nobody said what they may push aside. */
export const podPriority: Rule = {
    id: "pod-priority",
    severity: "warning",
    impact: "medium",
    tags: ["pods"],
    from: "strict",
    title: "Autoscaled pods have a priority class.",
    why: "When nodes are full, a burst of background work keeps out what people wait for, since all of it counts the same.",
    source: "kubernetes.io, pod priority and preemption; Polaris and Kyverno ask for one too",
    *check(fleet: Fleet) {
        for (const { declared, podSpec, podSpecPath, isPodSpecUnknown } of scaledWorkloads(fleet)) {
            // A pod of which nothing is known is noted by container-image, a class by pod-priority-system.
            const name = valueAt(podSpec, ["priorityClassName"]) ?? "";
            if (isPodSpecUnknown || name !== "") continue;
            yield {
                declared,
                path: [...podSpecPath, "priorityClassName"],
                message:
                    "the pods have no priority class, so the cluster's default decides what they push aside",
                fix: "name the PriorityClass of this kind of work",
            };
        }
    },
};
