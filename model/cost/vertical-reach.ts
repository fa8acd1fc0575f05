import { isKnown, valueAt } from "../declared";
import type { FleetVertical, FleetWorkload } from "../fleet";
import {
    arePoliciesHidden,
    isUnknown,
    known,
    policyOf,
    sizableContainers,
    sizedResources,
    updateModeOf,
} from "../fleet";
import type { PodSize } from "../capacity";
import { Quantity, parseQuantity } from "../capacity";
import { podSize } from "./pod-size";
import { PriceGap } from "./price-gap";

/** How large a VerticalPodAutoscaler may make the pods of a pool. */
export interface VerticalReach {
    /** The largest pod, as far as its bounds say. */
    readonly pod: PodSize;
    /** Resources that nothing bounds; of those the pod has what it requests now. */
    readonly unbounded: readonly string[];
}

/** A pod's spec while the containers are raised one after another. */
interface Raised {
    readonly containers: readonly unknown[];
    readonly unbounded: ReadonlySet<string>;
}

/**
 * The largest pod that VerticalPodAutoscalers make of a workload's: each container with its `maxAllowed` where that is
 * more than it requests. `undefined` where none changes pods; why it is not known, else.
 */
export function verticalReach(
    workload: FleetWorkload,
    verticals: readonly FleetVertical[],
): VerticalReach | PriceGap | undefined {
    const changing = verticals.filter(
        (vertical) => isUnknown(vertical.mode) || updateModeOf(vertical)?.changesNew === true,
    );
    if (changing.length === 0) return undefined;
    const { podSpec } = workload;
    const names = sizableContainers(workload);
    const isHidden = changing.some((vertical) => isUnknown(vertical.mode) || arePoliciesHidden(vertical));
    if (names === undefined || isHidden) return HIDDEN;
    let raised: Raised = { containers: podSpec["containers"] as readonly unknown[], unbounded: new Set() };
    for (const vertical of changing) {
        for (const [index, name] of names.entries()) {
            const next = raise(raised, index, name, vertical);
            if (next instanceof PriceGap) return next;
            raised = next;
        }
    }
    const pod = podSize({ ...podSpec, containers: raised.containers });
    return pod instanceof PriceGap ? pod : { pod, unbounded: [...raised.unbounded].sort() };
}

const HIDDEN = PriceGap.unknown("how large its VerticalPodAutoscaler may make a pod is", "pods");

/** One container with as much as one VerticalPodAutoscaler may give it. */
function raise(raised: Raised, index: number, name: string, vertical: FleetVertical): Raised | PriceGap {
    const policy = policyOf(vertical, name);
    if (policy !== undefined && (isUnknown(policy.mode) || isUnknown(policy.resources))) return HIDDEN;
    const container = raised.containers[index];
    const unbounded = new Set(raised.unbounded);
    const requests: Record<string, unknown> = {};
    for (const resource of sizedResources(policy)) {
        const bound = policy?.maxAllowed.amounts.get(resource);
        if (policy?.maxAllowed.isUnknown === true || (bound !== undefined && isUnknown(bound))) return HIDDEN;
        const most = bound === undefined ? undefined : known(bound);
        // VPA takes a bound of 0 for none.
        if (most === undefined || most.sign <= 0) unbounded.add(resource);
        else if (isMore(most, container, resource)) requests[resource] = most.toString();
    }
    const containers = raised.containers.map((each, at) =>
        at === index ? withRequests(each, requests) : each,
    );
    return { containers, unbounded };
}

/** Whether an amount is more than a container requests, or its limit where it requests nothing. */
function isMore(amount: Quantity, container: unknown, resource: string): boolean {
    const written =
        valueAt(container, ["resources", "requests", resource]) ??
        valueAt(container, ["resources", "limits", resource]);
    const now = isKnown(written) ? parseQuantity(written) : undefined;
    return !(now instanceof Quantity) || amount.compare(now) > 0;
}

function withRequests(container: unknown, requests: Readonly<Record<string, unknown>>): unknown {
    const resources = valueAt(container, ["resources"]) as object | undefined;
    const before = valueAt(container, ["resources", "requests"]) as object | undefined;
    return {
        ...(container as object),
        resources: { ...resources, requests: { ...before, ...requests } },
    };
}
