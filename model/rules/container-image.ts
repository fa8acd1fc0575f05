import { Secret, Unknown, valueAt } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import { containerLabel } from "./container-label";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** Containers without an image. */
export const containerImage: Rule = {
    id: "container-image",
    severity: "error",
    impact: "high",
    tags: ["pods"],
    title: "A workload has containers, and each has an image.",
    why: "The API server refuses the object.",
    source: "Kubernetes pkg/apis/core/validation: image required",
    *check({ workloads }: Fleet) {
        for (const workload of workloads) {
            if (isTemplateElsewhere(workload)) continue;
            yield* checkContainers(workload, "initContainers");
            yield* checkContainers(workload, "containers");
        }
    },
};

/** An Argo Rollout may take the pod template of a Deployment (`spec.workloadRef`). */
function isTemplateElsewhere({ declared }: FleetWorkload): boolean {
    return valueAt(declared.object, ["spec", "workloadRef"]) !== undefined;
}

function* checkContainers(workload: FleetWorkload, list: "initContainers" | "containers"): Generator<Breach> {
    const { declared, podSpecPath } = workload;
    const path = [...podSpecPath, list];
    const containers = valueAt(declared.object, path) ?? undefined;
    if (containers instanceof Unknown || containers instanceof Secret) {
        // The pod as a whole is noted once, not once for each list in it.
        if (list === "containers") yield notChecked(declared, path, "what the pod runs");
        return;
    }
    const isEmpty = containers === undefined || (Array.isArray(containers) && containers.length === 0);
    if (isEmpty && list === "containers") {
        yield {
            declared,
            path,
            message: "the pod has no container",
            fix: "give at least one container with an image",
        };
    }
    if (!Array.isArray(containers)) return;
    for (const index of containers.keys()) {
        const image = valueAt(containers, [index, "image"]) ?? "";
        if (image !== "") continue;
        yield {
            declared,
            path: [...path, index, "image"],
            message: `${containerLabel(valueAt(containers, [index, "name"]), index)} has no image`,
            fix: "give an image with a tag or a digest",
        };
    }
}
