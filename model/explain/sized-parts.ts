import type { FleetContainerPolicy, FleetVertical } from "../fleet";
import { ALL_OTHERS, isUnknown, known, policyOf, sizableContainers, sizedResources } from "../fleet";

/** What a VerticalPodAutoscaler sizes, container by container: `memory of "agent" (256Mi to 4Gi)`. */
export function sizedParts(vertical: FleetVertical): string[] {
    const { policies } = vertical;
    if (policies.length === 0) return [`${resourcesOf(undefined)} of every container`];
    const named = policies.filter(({ container }) => known(container) !== ALL_OTHERS);
    return [
        ...named.flatMap((policy) => part(policy, JSON.stringify(known(policy.container) ?? ""))),
        ...(hasOthers(vertical) ? part(policyOf(vertical, ALL_OTHERS), "every other container") : []),
    ];
}

/** Whether the limits of everything that is sized follow its requests. */
export function limitsFollow({ policies }: FleetVertical): boolean {
    return policies
        .filter((policy) => sizedResources(policy).length > 0)
        .every(({ values }) => known(values) === "RequestsAndLimits");
}

/** Whether the pod has, or may have, containers that no policy names. */
function hasOthers({ policies, workload }: FleetVertical): boolean {
    const names = workload === undefined ? undefined : sizableContainers(workload);
    return names?.every((name) => policies.some(({ container }) => known(container) === name)) !== true;
}

function part(policy: FleetContainerPolicy | undefined, container: string): string[] {
    const resources = resourcesOf(policy);
    return resources === "" ? [] : [`${resources} of ${container}`];
}

function resourcesOf(policy: FleetContainerPolicy | undefined): string {
    return sizedResources(policy)
        .map((resource) => `${resource}${boundsOf(policy, resource)}`)
        .join(" and ");
}

function boundsOf(policy: FleetContainerPolicy | undefined, resource: string): string {
    if (policy === undefined) return " (no bounds)";
    const { minAllowed, maxAllowed } = policy;
    const fields = [minAllowed.amounts.get(resource), maxAllowed.amounts.get(resource)] as const;
    const isHidden =
        minAllowed.isUnknown ||
        maxAllowed.isUnknown ||
        fields.some((field) => field !== undefined && isUnknown(field));
    if (isHidden) return " (bounds known only after apply)";
    const [least, most] = fields.map((field) => (field === undefined ? undefined : known(field)));
    if (least !== undefined && most !== undefined) return ` (${least.toString()} to ${most.toString()})`;
    if (most !== undefined) return ` (at most ${most.toString()})`;
    return least === undefined ? " (no bounds)" : ` (at least ${least.toString()})`;
}
