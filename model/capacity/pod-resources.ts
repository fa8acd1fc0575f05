import type { Secret } from "../declared";
import { formatPath, type Path, Unknown, isHidden } from "../declared";
import { parseQuantity } from "./parse-quantity";
import { Quantity } from "./quantity";

/** A pod spec as it was declared: any shape, any leaf may be `Unknown` or `Secret`. */
export type PodSpec = Readonly<Record<string, unknown>>;

/** An amount, or why it is not known. */
export type QuantityLeaf = Quantity | Unknown;

/** A list of amounts by resource name (`cpu`, `memory`, `nvidia.com/gpu`); `Unknown` where the whole list is. */
export type ResourceList = ReadonlyMap<string, QuantityLeaf> | Unknown;

/** What one container, or a pod as a whole, asks for. */
export interface ResourceClaim {
    /** The container's name for messages, with its place where it has none that is known. */
    readonly name: string;
    /** The place of the `resources` in the pod spec. */
    readonly path: Path;
    /** Requests as admission completes them: a resource with a limit and no request requests its limit. */
    readonly requests: ResourceList;
    readonly limits: ResourceList;
    /** Whether it is an init container that keeps running beside the others (`restartPolicy: Always`). */
    readonly isSidecar: boolean | Unknown;
}

const NOTHING: ReadonlyMap<string, QuantityLeaf> = new Map();

function unknownAt(path: Path, leaf: Unknown | Secret): Unknown {
    return new Unknown(formatPath(path), leaf.identity);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member of something that may itself be unknown or have the wrong shape. */
function member(parent: unknown, key: string): unknown {
    if (isHidden(parent)) return parent;
    return isRecord(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
}

/** Reads a resource list. What cannot be read as a quantity is unknown: the API server would refuse it, and a rule of its own says so. */
function resourceList(value: unknown, path: Path): ResourceList {
    if (isHidden(value)) return unknownAt(path, value);
    if (!isRecord(value)) return NOTHING;
    const amounts = Object.entries(value)
        .filter(([, amount]) => amount !== undefined && amount !== null)
        .map(([name, amount]): [string, QuantityLeaf] => {
            const place = [...path, name];
            if (isHidden(amount)) return [name, unknownAt(place, amount)];
            const quantity = parseQuantity(amount);
            return [
                name,
                quantity instanceof Quantity ? quantity : new Unknown(formatPath(place), Symbol(name)),
            ];
        });
    return new Map(amounts);
}

/** Requests with the limits of the resources that request nothing. */
function withDefaults(requests: ResourceList, limits: ResourceList): ResourceList {
    if (requests instanceof Unknown) return requests;
    if (limits instanceof Unknown) return limits;
    return new Map([...limits, ...requests]);
}

function claim(holder: unknown, path: Path, name: string): ResourceClaim {
    const resources = member(holder, "resources");
    const place = [...path, "resources"];
    const limits = resourceList(member(resources, "limits"), [...place, "limits"]);
    const requests = resourceList(member(resources, "requests"), [...place, "requests"]);
    const restartPolicy = member(holder, "restartPolicy");
    return {
        name,
        path: place,
        limits,
        requests: withDefaults(requests, limits),
        isSidecar: isHidden(restartPolicy)
            ? unknownAt([...path, "restartPolicy"], restartPolicy)
            : restartPolicy === "Always",
    };
}

/** The claims of a pod's containers or init containers, in their order; `Unknown` when the list itself is. */
export function containerClaims(
    podSpec: PodSpec,
    list: "containers" | "initContainers",
): readonly ResourceClaim[] | Unknown {
    const containers = member(podSpec, list);
    if (isHidden(containers)) return unknownAt([list], containers);
    if (!Array.isArray(containers)) return [];
    return containers.map((container: unknown, index) => {
        const name = member(container, "name");
        return claim(container, [list, index], typeof name === "string" ? name : `${list}[${index}]`);
    });
}

/** Requests and limits for the pod as a whole (`spec.resources`) as they were written, or `undefined` when it has none. */
export function podLevelClaim(podSpec: PodSpec): Omit<ResourceClaim, "isSidecar"> | undefined {
    const resources = member(podSpec, "resources");
    if (resources === undefined || resources === null) return undefined;
    return {
        name: "the pod",
        path: ["resources"],
        limits: resourceList(member(resources, "limits"), ["resources", "limits"]),
        requests: resourceList(member(resources, "requests"), ["resources", "requests"]),
    };
}

/** What the runtime class adds to the pod (`spec.overhead`). */
export function podOverhead(podSpec: PodSpec): ResourceList {
    return resourceList(member(podSpec, "overhead"), ["overhead"]);
}

/** The amount of one resource in a list; nothing when the list does not name it. */
export function amountOf(list: ResourceList, resource: string): QuantityLeaf | undefined {
    return list instanceof Unknown ? list : list.get(resource);
}
