import type { Fleet } from "../fleet";
import { known } from "../fleet";
import type { Rule } from "./rule";

/** Replicas that an apply and an autoscaler both write. */
export const replicasOwned: Rule = {
    id: "replicas-owned",
    severity: "warning",
    title: "An autoscaled workload does not state its replicas.",
    why: "Each apply sets the number back, in the middle of the rush hour; the autoscaler starts again from there.",
    source: "formbricks#7916, kedacore/keda#5572, kubernetes/kubernetes#25238",
    *check({ scalers }: Fleet) {
        for (const { workload } of scalers) {
            const replicas = workload === undefined ? undefined : known(workload.replicas);
            if (workload === undefined || replicas === undefined) continue;
            if (workload.declared.options.ignoreChanges?.includes("spec.replicas") === true) continue;
            yield {
                declared: workload.declared,
                path: workload.replicas.path,
                message: `spec.replicas is ${replicas}, and an autoscaler owns it`,
                fix: "remove it; where the object is live already, ignore changes of it first, since removing it resets it to 1 once",
            };
        }
    },
};
