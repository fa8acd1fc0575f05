import type { Fleet } from "../fleet";
import { isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";

/** Spot nodes that take any pod. */
export const spotTaint: Rule = {
    id: "spot-taint",
    severity: "warning",
    impact: "medium",
    tags: ["capacity", "spot"],
    title: "A spot node pool has a taint.",
    why: "Pods that nobody meant for spot land there: the database goes with two minutes of notice.",
    source: "EKS adds no taint to spot groups; GKE, Spot VMs: use taints and tolerations",
    *check({ nodePools }: Fleet) {
        for (const { declared, isSpot, hasTaints } of nodePools) {
            if (known(isSpot) !== true) continue;
            if (isUnknown(hasTaints)) {
                yield notChecked(declared, hasTaints.path);
            } else if (known(hasTaints) === false) {
                yield {
                    declared,
                    path: isSpot.path,
                    message: "the nodes are on spot and have no taint, so any pod may land there",
                    fix: "add a taint, and tolerate it in the pools that are made for spot",
                };
            }
        }
    },
};
