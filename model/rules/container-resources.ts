import { Quantity, parseNonNegativeQuantity } from "../capacity";
import { Secret, Unknown, valueAt } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import type { Breach, Rule } from "./rule";

/** Resources that the API server refuses. */
export const containerResources: Rule = {
    id: "container-resources",
    severity: "error",
    title: "Requests and limits are quantities, and no request is above its limit.",
    why: "The API server refuses the pods, and the Deployment stays at zero without a word in the program's output.",
    source: "Kubernetes resource.Quantity; pkg/apis/core/validation ValidateResourceRequirements",
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
    const name = valueAt(podSpec, [list, index, "name"]) ?? index;
    const amounts: Record<"requests" | "limits", Map<string, Quantity>> = {
        requests: new Map(),
        limits: new Map(),
    };
    for (const kind of ["requests", "limits"] as const) {
        const given = valueAt(podSpec, [list, index, "resources", kind]);
        if (
            typeof given !== "object" ||
            given === null ||
            given instanceof Unknown ||
            given instanceof Secret
        )
            continue;
        for (const [resource, value] of Object.entries(given)) {
            if (value instanceof Unknown || value instanceof Secret) continue;
            const quantity = parseNonNegativeQuantity(value);
            if (quantity instanceof Quantity) {
                amounts[kind].set(resource, quantity);
                continue;
            }
            yield { declared, path: [...at, kind, resource], message: quantity.message, fix: quantity.fix };
        }
    }
    for (const [resource, request] of amounts.requests) {
        const limit = amounts.limits.get(resource);
        if (limit === undefined || request.compare(limit) <= 0) continue;
        yield {
            declared,
            path: [...at, "requests", resource],
            message: `container ${JSON.stringify(name)} requests ${request.toString()} ${resource}, above its limit ${limit.toString()}`,
            fix: `request ${limit.toString()} or less, or raise the limit`,
        };
    }
}
