import { Unknown } from "../declared";
import { add, containersNeed, isPodLevelResource } from "./pod-request";
import type { PodSpec, QuantityLeaf } from "./pod-resources";
import { amountOf, podLevelClaim, podOverhead } from "./pod-resources";
import { Quantity } from "./quantity";

/**
 * What a quota counts for one pod as its limit of a resource: the containers' limits, or the limit of the pod as a whole
 * where it has one, plus the runtime's overhead where there is a limit at all. Zero where nothing limits the resource;
 * `Unknown` where an amount that counts is not known or is no quantity.
 *
 * As Kubernetes 1.36 component-helpers/resource `PodLimits`.
 *
 * @example podLimit({ containers: [{ name: "a", resources: { limits: { memory: "2Gi" } } }] }, "memory") // 2Gi
 */
export function podLimit(podSpec: PodSpec, resource: string): QuantityLeaf {
    const podLevel = isPodLevelResource(resource) ? podLevelClaim(podSpec) : undefined;
    const limit =
        (podLevel === undefined ? undefined : amountOf(podLevel.limits, resource)) ??
        containersNeed(podSpec, resource, "limits");
    if (limit === undefined || limit instanceof Unknown) return limit ?? Quantity.ZERO;
    return add(limit, amountOf(podOverhead(podSpec), resource)) ?? limit;
}
