import { Quantity, parseNonNegativeQuantity } from "../capacity";
import type { Path } from "../declared";
import { Secret, Unknown, valueAt } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import { containerLabel } from "./container-label";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** Resources that the API server refuses. */
export const containerResources: Rule = {
    id: "container-resources",
    severity: "error",
    title: "Requests and limits are quantities, and no request is above its limit.",
    why: "The API server refuses the workload, with a message that does not always name the container.",
    source: "Kubernetes resource.Quantity; pkg/apis/core/validation ValidateContainerResourceRequirements",
    *check({ workloads }: Fleet) {
        for (const workload of workloads) {
            for (const list of ["initContainers", "containers"]) {
                const containers = workload.podSpec[list];
                if (!Array.isArray(containers)) continue;
                for (const index of containers.keys()) yield* checkContainer(workload, list, index);
            }
        }
    },
};

function* checkContainer(workload: FleetWorkload, list: string, index: number): Generator<Breach> {
    const { declared, podSpec, podSpecPath } = workload;
    const at = [...podSpecPath, list, index, "resources"];
    const requests = yield* readAmounts(workload, [...at, "requests"]);
    const limits = yield* readAmounts(workload, [...at, "limits"]);
    const label = containerLabel(valueAt(podSpec, [list, index, "name"]), index);
    for (const [resource, request] of requests) {
        const limit = limits.get(resource);
        if (limit === undefined || request.compare(limit) <= 0) continue;
        yield {
            declared,
            path: [...at, "requests", resource],
            message: `${label} requests ${request.toString()} ${resource}, above its limit ${limit.toString()}`,
            fix: `request ${limit.toString()} or less, or raise the limit`,
        };
    }
}

/** Reads a list of amounts; yields those that are no quantities, and those that are not known yet. */
function* readAmounts(
    { declared }: FleetWorkload,
    path: Path,
): Generator<Breach, ReadonlyMap<string, Quantity>> {
    const amounts = new Map<string, Quantity>();
    const given = valueAt(declared.object, path) ?? undefined;
    if (given === undefined) return amounts;
    if (given instanceof Unknown || given instanceof Secret) {
        yield notChecked(declared, path);
        return amounts;
    }
    if (typeof given !== "object" || Array.isArray(given)) {
        const kind = String(path.at(-1));
        const fix = `write ${kind} as an object, for example {cpu: "1", memory: 4Gi}`;
        yield { declared, path, message: `${kind} is no object of resources and amounts`, fix };
        return amounts;
    }
    for (const [resource, value] of Object.entries(given as Record<string, unknown>)) {
        // The API server takes null for none.
        if (value === undefined || value === null) continue;
        if (value instanceof Unknown || value instanceof Secret) {
            yield notChecked(declared, [...path, resource]);
            continue;
        }
        const quantity = parseNonNegativeQuantity(value);
        if (quantity instanceof Quantity) amounts.set(resource, quantity);
        else yield { declared, path: [...path, resource], message: quantity.message, fix: quantity.fix };
    }
    return amounts;
}
