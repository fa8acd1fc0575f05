import type { Path } from "../declared";
import type { FleetVertical } from "../fleet";
import { isUnknown, known, sizedResources, updateModeOf } from "../fleet";

/** A place where a VerticalPodAutoscaler has no bound, and the resources that it leaves without one. */
export interface Unbounded {
    readonly path: Path;
    readonly resources: readonly string[];
}

/**
 * Where a VerticalPodAutoscaler that changes pods misses a bound; it takes a bound of 0 for none. Bounds that are not
 * known are noted by vertical-bounds.
 */
export function unboundedResources(
    vertical: FleetVertical,
    bound: "minAllowed" | "maxAllowed",
): readonly Unbounded[] {
    const { policies, arePoliciesUnknown } = vertical;
    if (updateModeOf(vertical)?.changesNew !== true || arePoliciesUnknown) return [];
    if (policies.length === 0) {
        return [{ path: ["spec", "resourcePolicy"], resources: sizedResources(undefined) }];
    }
    return policies.flatMap((policy) => {
        const { path, amounts, isUnknown: isBoundUnknown } = policy[bound];
        if (isBoundUnknown) return [];
        const resources = sizedResources(policy).filter((resource) => {
            const amount = amounts.get(resource);
            return amount === undefined || (!isUnknown(amount) && (known(amount)?.sign ?? 1) === 0);
        });
        return resources.length === 0 ? [] : [{ path, resources }];
    });
}
