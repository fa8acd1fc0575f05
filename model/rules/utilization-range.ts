import type { Fleet, FleetTrigger } from "../fleet";
import { known } from "../fleet";
import type { Rule } from "./rule";

const LOWEST = 20;
const HIGHEST = 90;

/** Utilisation targets that leave no room, or nothing but room. */
export const utilizationRange: Rule = {
    id: "utilization-range",
    severity: "warning",
    impact: "medium",
    tags: ["signal"],
    title: "A utilisation target is 20 to 90 % of the request.",
    why: "Above it pods are full long before a new one works; below it four fifths of what is requested is paid for and idle.",
    source: "Kubernetes HPA: usage is averaged over the request and read 15 to 60 s late; our choice of the bounds",
    *check({ scalers }: Fleet) {
        for (const { declared, triggers } of scalers) {
            for (const trigger of triggers) {
                // A target that is not known, and one that is not above 0, belong to target-positive.
                const percent = percentOf(trigger);
                if (percent === undefined || percent <= 0 || (percent >= LOWEST && percent <= HIGHEST))
                    continue;
                const resource = trigger.scaler?.type ?? "the resource";
                yield {
                    declared,
                    path: trigger.target.path,
                    message:
                        percent > HIGHEST
                            ? `the pool grows only above ${percent} % of the ${resource} request, which leaves no room until a new replica works`
                            : `the pool grows above ${percent} % of the ${resource} request already, and the rest of it is never used`,
                    fix: "use 50 to 80 %, and a request of what a busy pod uses",
                };
            }
        }
    },
};

function percentOf({ scaler, effectiveMetricType, target }: FleetTrigger): number | undefined {
    const isShare = scaler?.wakesFromZero === false && effectiveMetricType === "Utilization";
    return isShare ? known(target) : undefined;
}
