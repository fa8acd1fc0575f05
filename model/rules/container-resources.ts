import { Quantity, isGivenWhole, parseNonNegativeQuantity } from "../capacity";
import type { Declared, Path } from "../declared";
import { Secret, Unknown, valueAt } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import { containerLabel } from "./container-label";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

const NANOS_PER_PIECE = 1_000_000_000n;

/** Resources that the API server refuses. */
export const containerResources: Rule = {
    id: "container-resources",
    severity: "error",
    impact: "high",
    tags: ["pods"],
    title: "Requests and limits are quantities, no request is above its limit, and of devices both are the same.",
    why: "The API server refuses the workload, with a message that does not always name the container.",
    source: "Kubernetes resource.Quantity; pkg/apis/core/validation ValidateContainerResourceRequirements, tried on a cluster",
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
        if (isGivenWhole(resource)) {
            yield* checkWhole(declared, at, label, resource, request, limit);
            continue;
        }
        if (limit === undefined || request.compare(limit) <= 0) continue;
        yield {
            declared,
            path: [...at, "requests", resource],
            message: `${label} requests ${request.toString()} ${resource}, above its limit ${limit.toString()}`,
            fix: `request ${limit.toString()} or less, or raise the limit`,
        };
    }
}

/** A device or a huge page, which no container gets a part of and none gets more of than it asks for. */
function* checkWhole(
    declared: Declared,
    at: Path,
    label: string,
    resource: string,
    request: Quantity,
    limit: Quantity | undefined,
): Generator<Breach> {
    const path = [...at, "requests", resource];
    if (!resource.startsWith("hugepages-") && request.nanos % NANOS_PER_PIECE !== 0n) {
        const message = `${label} requests ${request.toString()} ${resource}, which is given whole`;
        yield { declared, path, message, fix: "request a whole number" };
    }
    // A limit that is not known yet is there.
    const hasLimit = (valueAt(declared.object, [...at, "limits", resource]) ?? undefined) !== undefined;
    if (limit === undefined ? hasLimit : request.equals(limit)) return;
    yield {
        declared,
        path: limit === undefined ? path : [...at, "limits", resource],
        message:
            limit === undefined
                ? `${label} requests ${resource} without a limit, and Kubernetes wants the same of both`
                : `${label} requests ${request.toString()} ${resource} and has the limit ${limit.toString()}, and Kubernetes wants the same of both`,
        fix: `set the limit to ${request.toString()} too`,
    };
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
