import { valueAt } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import { containerLabel } from "./container-label";
import { containersIn } from "./containers-of";
import type { Breach, Rule } from "./rule";
import { scaledWorkloads } from "./scaled-workloads";

/** Images that are another one tomorrow. */
export const imageTag: Rule = {
    id: "image-tag",
    severity: "warning",
    impact: "medium",
    tags: ["pods"],
    title: "The images of an autoscaled workload have a tag other than latest, or a digest.",
    why: "Each new replica pulls what the tag means by then: half of the pool runs a version that nobody has rolled out.",
    source: "kubernetes.io, images: avoid the latest tag; a missing one is latest",
    *check(fleet: Fleet) {
        for (const workload of scaledWorkloads(fleet)) {
            yield* checkList(workload, "initContainers");
            yield* checkList(workload, "containers");
        }
    },
};

/** An image that is known only after apply comes from a build, which names it exactly. */
function* checkList(workload: FleetWorkload, list: "containers" | "initContainers"): Generator<Breach> {
    for (const { name, path, container } of containersIn(workload, list) ?? []) {
        const image = valueAt(container, ["image"]);
        if (typeof image !== "string" || image === "" || image.includes("@")) continue;
        // What stands before the last slash may have a port.
        const tag = image.slice(image.lastIndexOf("/") + 1).split(":", 2)[1];
        if (tag !== undefined && tag !== "latest") continue;
        yield {
            declared: workload.declared,
            path: [...path, "image"],
            message: `${containerLabel(name, Number(path.at(-1)))} has the image ${JSON.stringify(image.slice(0, 80))}, which is whatever was pushed last`,
            fix: "name a version or a digest",
        };
    }
}
