import type { Fleet } from "../fleet";
import type { Rule } from "./rule";
import { unboundedResources } from "./unbounded-resources";

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
            for (const { path, resources } of unboundedResources(vertical, "minAllowed")) {
                const least = resources.map(
                    (resource) => `${LEAST.get(resource) ?? "nothing"} of ${resource}`,
                );
                yield {
                    declared: vertical.declared,
                    path,
                    message: `without a lower bound the requests of a whole pod may fall to ${least.join(" and ")}`,
                    fix: "give minAllowed, at least what one task needs",
                };
            }
        }
    },
};
