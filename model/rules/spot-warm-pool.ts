import type { Fleet } from "../fleet";
import { known } from "../fleet";
import type { Rule } from "./rule";

/** Warm pools of machines that may not be kept warm. */
export const spotWarmPool: Rule = {
    id: "spot-warm-pool",
    severity: "warning",
    impact: "high",
    tags: ["capacity", "spot"],
    title: "A spot node group has no warm pool.",
    why: "AWS refused warm pools on groups that ask for spot for years, and nothing says that managed groups take them.",
    source: "Amazon EC2 Auto Scaling PutWarmPool reference; kubernetes/kops#17799",
    *check({ nodePools }: Fleet) {
        for (const { declared, isSpot, hasWarmPool } of nodePools) {
            if (known(isSpot) !== true || known(hasWarmPool) !== true) continue;
            yield {
                declared,
                path: hasWarmPool.path,
                message: "the group is on spot and has a warm pool",
                fix: "keep the warm pool on a group on demand, or warm the pods instead",
            };
        }
    },
};
