import { Unknown } from "../declared";
import {
    amountOf,
    containerClaims,
    podLevelClaim,
    podOverhead,
    type PodSpec,
    type QuantityLeaf,
    type ResourceClaim,
} from "./pod-resources";
import { Quantity } from "./quantity";

/** An amount, why it is not known, or nothing where nobody names the resource. */
export type Amount = QuantityLeaf | undefined;

/** The sum of two amounts; what is not there adds nothing, and what is not known hides the sum. */
export function add(a: Amount, b: Amount): Amount {
    if (a === undefined || b === undefined) return a ?? b;
    if (a instanceof Unknown) return a;
    return b instanceof Unknown ? b : a.plus(b);
}

function larger(a: Amount, b: Amount): Amount {
    if (a === undefined || b === undefined) return a ?? b;
    if (a instanceof Unknown) return a;
    return b instanceof Unknown ? b : a.max(b);
}

/**
 * What the containers of a pod need together, of requests or of limits: the sum of those that run side by side, or the
 * largest need while it starts, whichever is more. An init container needs its own and those of the sidecars before it.
 */
export function containersNeed(
    podSpec: PodSpec,
    resource: string,
    list: "requests" | "limits" = "requests",
): Amount {
    const containers = containerClaims(podSpec, "containers");
    const initContainers = containerClaims(podSpec, "initContainers");
    if (containers instanceof Unknown) return containers;
    if (initContainers instanceof Unknown) return initContainers;

    let running = containers.reduce<Amount>(
        (sum, container) => add(sum, amountOf(container[list], resource)),
        undefined,
    );
    let sidecars: Amount;
    let starting: Amount;
    for (const container of initContainers) {
        const own = amountOf(container[list], resource);
        if (own === undefined) continue;
        if (container.isSidecar instanceof Unknown) return container.isSidecar;
        if (container.isSidecar) {
            running = add(running, own);
            sidecars = add(sidecars, own);
            starting = larger(starting, sidecars);
        } else {
            starting = larger(starting, add(own, sidecars));
        }
    }
    return larger(running, starting);
}

/** Whether a request for the pod as a whole may name the resource. */
export function isPodLevelResource(resource: string): boolean {
    return resource === "cpu" || resource === "memory" || resource.startsWith("hugepages-");
}

/**
 * The request for the pod as a whole, as admission completes it: where the pod has limits and does not request
 * the resource, it requests what its containers do, or else its limit. `undefined` when the containers decide.
 */
export function podLevelRequest(
    podSpec: PodSpec,
    podLevel: Pick<ResourceClaim, "requests" | "limits">,
    resource: string,
): Amount {
    if (!isPodLevelResource(resource)) return undefined;
    const written = amountOf(podLevel.requests, resource);
    if (written !== undefined) return written;
    const { limits } = podLevel;
    if (limits instanceof Unknown) return limits;
    if (limits.size === 0) return undefined;
    return containersNeed(podSpec, resource) ?? limits.get(resource);
}

/**
 * What the scheduler reserves for one pod of a resource, and what a quota counts: the containers' requests, or
 * the request for the pod as a whole where it has one, plus the runtime's overhead. A resource with a limit and no
 * request requests its limit. Zero when nothing asks for the resource; `Unknown` when an amount that counts is
 * not known or is not a quantity.
 *
 * As Kubernetes 1.36 component-helpers/resource `PodRequests` after the defaults of pkg/apis/core/v1.
 *
 * @example podRequest({ containers: [{ name: "a", resources: { requests: { cpu: "2" } } }] }, "cpu") // 2
 */
export function podRequest(podSpec: PodSpec, resource: string): QuantityLeaf {
    const podLevel = podLevelClaim(podSpec);
    const request =
        (podLevel === undefined ? undefined : podLevelRequest(podSpec, podLevel, resource)) ??
        containersNeed(podSpec, resource);
    return add(request, amountOf(podOverhead(podSpec), resource)) ?? Quantity.ZERO;
}

/** The names of all resources that a pod asks for, in alphabetical order, as far as they are known. */
export function requestedResources(podSpec: PodSpec): string[] {
    const claims = (["containers", "initContainers"] as const).flatMap((list) => {
        const found = containerClaims(podSpec, list);
        return found instanceof Unknown ? [] : found;
    });
    const podLevel = podLevelClaim(podSpec);
    const lists = [
        ...claims.map(({ requests }) => requests),
        podLevel?.requests,
        podLevel?.limits,
        podOverhead(podSpec),
    ];
    const names = lists.flatMap((list) =>
        list === undefined || list instanceof Unknown ? [] : [...list.keys()],
    );
    return [...new Set(names)].sort();
}
