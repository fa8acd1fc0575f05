import type { Fleet } from "../fleet";
import { componentNeeds } from "../fleet";
import { COMPONENT_NAMES, hasComponent } from "../platform";
import type { Rule } from "./rule";

/** Objects for which the cluster lacks what acts on them. */
export const platformComponentMissing: Rule = {
    id: "platform-component-missing",
    severity: "error",
    impact: "high",
    tags: ["scaler"],
    title: "What an autoscaler needs of its cluster is not declared absent.",
    why: "The object has no kind there, or nobody acts on it: the pool stays at its size, whatever its triggers say.",
    source: "KEDA 2.20.2 config/crd; VPA 1.7.3 docs/components.md; Kubernetes HPA, support for metrics APIs",
    *check(fleet: Fleet) {
        for (const { declared, path, component, purpose } of componentNeeds(fleet)) {
            // The explanation says what is not known.
            if (hasComponent(fleet.platform, component) !== false) continue;
            const name = COMPONENT_NAMES[component];
            yield {
                declared,
                path,
                message: `needs ${[name, purpose].filter((part) => part !== "").join(" ")}, and platform.${component} says that the cluster has none`,
                fix: `install ${name}, or correct platform.${component}`,
            };
        }
    },
};
