import type { Fleet, FleetContainerPolicy, FleetVertical } from "../fleet";
import { isUnknown, known, sizedResources, updateModeOf } from "../fleet";
import type { Breach, Rule } from "./rule";

/** What the recommender leaves a pod, split between its containers, where nobody changed its flags. */
const LEAST: ReadonlyMap<string, string> = new Map([
    ["cpu", "25m"],
    ["memory", "250Mi"],
]);

/** Requests that a VerticalPodAutoscaler may take down as far as it likes; how far up is judged by vertical-bounds. */
export const verticalFloor: Rule = {
    id: "vertical-floor",
    severity: "warning",
    impact: "medium",
    tags: ["vertical"],
    from: "standard",
    title: "A VerticalPodAutoscaler that changes pods says the least that they need.",
    why: "After a quiet week an agent gets what it used while idle, and is killed for memory by its next task.",
    source: "VPA 1.7.3 pkg/recommender/logic: pod-recommendation-min-cpu-millicores 25, pod-recommendation-min-memory-mb 250",
    *check({ verticals }: Fleet) {
        for (const vertical of verticals) {
            if (updateModeOf(vertical)?.changesNew !== true || vertical.arePoliciesUnknown) continue;
            if (vertical.policies.length === 0) {
                yield unheld(vertical, ["spec", "resourcePolicy"], [...LEAST.keys()]);
            }
            for (const policy of vertical.policies) {
                const missing = unheldResources(policy);
                if (missing.length > 0) yield unheld(vertical, policy.minAllowed.path, missing);
            }
        }
    },
};

/** What has no lower bound; VPA takes a bound of 0 for none. Bounds that are not known are noted by vertical-bounds. */
function unheldResources(policy: FleetContainerPolicy): readonly string[] {
    const { minAllowed } = policy;
    if (minAllowed.isUnknown) return [];
    return sizedResources(policy).filter((resource) => {
        const bound = minAllowed.amounts.get(resource);
        return bound === undefined || (!isUnknown(bound) && (known(bound)?.sign ?? 1) === 0);
    });
}

function unheld({ declared }: FleetVertical, path: Breach["path"], resources: readonly string[]): Breach {
    const least = resources.map((resource) => `${LEAST.get(resource) ?? "nothing"} of ${resource}`);
    return {
        declared,
        path,
        message: `without a lower bound the request may fall to ${least.join(" and ")}`,
        fix: "give minAllowed, at least what one task needs",
    };
}
