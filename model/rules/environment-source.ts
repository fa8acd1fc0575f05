import { isHidden } from "../declared";
import type { Fleet } from "../fleet";
import { isUnknown, known } from "../fleet";
import { containersIn } from "./containers-of";
import { notChecked } from "./not-checked";
import { oneOfNames } from "./one-of-names";
import type { Rule } from "./rule";

/** Scalers that read the environment of a container that is not there. */
export const environmentSource: Rule = {
    id: "environment-source",
    severity: "error",
    impact: "high",
    tags: ["signal"],
    title: "The container whose variables the triggers read is one of the pod's.",
    why: "KEDA looks it up before anything else: the scaler is not Ready and has no autoscaler, even where no trigger reads a variable.",
    source: "KEDA 2.20.2 pkg/scaling/resolver/scale_resolvers.go ResolveContainerEnv",
    *check({ scalers }: Fleet) {
        for (const { declared, environmentSource: source, workload } of scalers) {
            if (isUnknown(source)) yield notChecked(declared, source.path);
            const name = known(source);
            // A pod of which nothing is known is noted by container-image.
            const containers = workload === undefined ? undefined : containersIn(workload, "containers");
            if (name === undefined || containers === undefined) continue;
            if (containers.some((container) => container.name === name || isHidden(container.name))) continue;
            const names = containers.flatMap((container) =>
                typeof container.name === "string" ? [container.name] : [],
            );
            yield {
                declared,
                path: source.path,
                message: `the triggers read the variables of container ${JSON.stringify(name.slice(0, 80))}, and the pod has none of that name`,
                fix:
                    names.length === 0 ? "remove it: KEDA then takes the first" : `name ${oneOfNames(names)}`,
            };
        }
    },
};
