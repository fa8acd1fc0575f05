import { showLeaf } from "../declared";
import type { Fleet } from "../fleet";
import { ignoresChanges } from "./ignores-changes";
import type { Rule } from "./rule";
import { scaledWorkloads } from "./scaled-workloads";

/** Replicas that an apply and an autoscaler both write. */
export const replicasOwned: Rule = {
    id: "replicas-owned",
    severity: "warning",
    impact: "high",
    tags: ["scaler"],
    title: "An autoscaled workload does not state its replicas.",
    why: "Each apply sets the number back, in the middle of the rush hour; the autoscaler starts again from there.",
    source: "formbricks#7916, kedacore/keda#5572, kubernetes/kubernetes#25238",
    *check(fleet: Fleet) {
        for (const workload of scaledWorkloads(fleet)) {
            const { declared, replicas } = workload;
            // Which number it is does not matter, so one that is known only after apply is no better.
            if (replicas.value === undefined || ignoresChanges(declared, replicas.path)) continue;
            yield {
                declared,
                path: replicas.path,
                message: `spec.replicas is ${showLeaf(replicas.value)}, and an autoscaler owns it`,
                fix: "remove it; where the object is live already, ignore changes of it first, since removing it resets it to 1 once",
                edit: { path: replicas.path },
            };
        }
    },
};
