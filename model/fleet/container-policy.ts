import { valueAt } from "../declared";
import { isUnknown, known } from "./field";
import type { FleetContainerPolicy, FleetVertical } from "./fleet-vertical";
import type { FleetWorkload } from "./fleet-workload";
import { SIZED_RESOURCES } from "./read-vertical-pod-autoscaler";

/** The name by which a policy holds for every container that has none of its own. */
export const ALL_OTHERS = "*";

/**
 * The policy of a container: its own, or else that of all others (VPA 1.7.3 `GetContainerResourcePolicy`); `undefined`
 * where there is neither, and VPA's defaults hold.
 */
export function policyOf(
    { policies }: Pick<FleetVertical, "policies">,
    container: string,
): FleetContainerPolicy | undefined {
    return (
        policies.find((policy) => known(policy.container) === container) ??
        policies.findLast((policy) => known(policy.container) === ALL_OTHERS)
    );
}

/** What VPA sizes of a container with this policy; where that is not known, nothing. */
export function sizedResources(policy: FleetContainerPolicy | undefined): readonly string[] {
    if (policy === undefined) return SIZED_RESOURCES;
    if (known(policy.mode) !== "Auto") return [];
    return (known(policy.resources) ?? []).filter((resource) => SIZED_RESOURCES.includes(resource));
}

/** Whether it is known only after apply which container of a pod is sized how. */
export function arePoliciesHidden({ policies, arePoliciesUnknown }: FleetVertical): boolean {
    return arePoliciesUnknown || policies.some(({ container }) => isUnknown(container));
}

/**
 * The names of the containers that VPA can size: it leaves init containers alone, sidecars among them too (VPA 1.7.3
 * docs/sidecar-containers.md). `undefined` where one of them is not known.
 */
export function sizableContainers({
    podSpec,
    isPodSpecUnknown,
}: FleetWorkload): readonly string[] | undefined {
    const containers = podSpec["containers"] ?? [];
    if (isPodSpecUnknown || !Array.isArray(containers)) return undefined;
    const names = containers.map((container: unknown) => valueAt(container, ["name"]));
    return names.every((name) => typeof name === "string") ? names : undefined;
}
