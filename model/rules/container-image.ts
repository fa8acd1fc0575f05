import { valueAt } from "../declared";
import type { Fleet } from "../fleet";
import type { Rule } from "./rule";

/** Containers without an image. */
export const containerImage: Rule = {
    id: "container-image",
    severity: "error",
    title: "A workload has containers, and each has an image.",
    why: "The API server refuses the object.",
    source: "Kubernetes pkg/apis/core/validation: image required",
    *check({ workloads }: Fleet) {
        for (const { declared, podSpec, podSpecPath } of workloads) {
            const containers = podSpec["containers"];
            if (containers === undefined || (Array.isArray(containers) && containers.length === 0)) {
                yield {
                    declared,
                    path: [...podSpecPath, "containers"],
                    message: "the pod has no container",
                    fix: "give at least one container with an image",
                };
            }
            if (!Array.isArray(containers)) continue;
            for (const index of containers.keys()) {
                const image = valueAt(containers, [index, "image"]);
                if (image !== undefined && image !== null && image !== "") continue;
                yield {
                    declared,
                    path: [...podSpecPath, "containers", index, "image"],
                    message: `container ${JSON.stringify(valueAt(containers, [index, "name"]) ?? index)} has no image`,
                    fix: "give an image with a tag or a digest",
                };
            }
        }
    },
};
