import type { Fleet } from "../fleet";
import { known } from "../fleet";
import type { Rule } from "./rule";

/** GKE's older machines that are taken away, which end after a day. */
export const spotPreemptible: Rule = {
    id: "spot-preemptible",
    severity: "warning",
    impact: "low",
    tags: ["capacity", "spot"],
    title: "A node pool of GKE asks for spot, not for preemptible nodes.",
    why: "Preemptible nodes end after 24 hours in any case, all of those that started together at once.",
    source: "Google Cloud, preemptible VM instances: Spot VMs are the latest version of them",
    *check({ nodePools }: Fleet) {
        for (const { declared, isPreemptible } of nodePools) {
            if (known(isPreemptible) !== true) continue;
            yield {
                declared,
                path: isPreemptible.path,
                message: "the nodes are preemptible, the older form of spot",
                fix: "set nodeConfig.spot instead of nodeConfig.preemptible; the change replaces the pool",
            };
        }
    },
};
