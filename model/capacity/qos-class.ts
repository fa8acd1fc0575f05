import { type Path, Unknown } from "../declared";
import { podLevelRequest } from "./pod-request";
import {
    amountOf,
    containerClaims,
    podLevelClaim,
    type PodSpec,
    type QuantityLeaf,
    type ResourceClaim,
} from "./pod-resources";
import { Quantity } from "./quantity";

/** How Kubernetes ranks a pod when a node runs short: who is killed first, and whose limits are also reserved. */
export const QosClass = {
    /** Every container has cpu and memory limits, and requests equal them: killed last. */
    Guaranteed: "Guaranteed",
    /** Anything between. */
    Burstable: "Burstable",
    /** No request and no limit of cpu or memory anywhere: killed first. */
    BestEffort: "BestEffort",
} as const;
export type QosClass = (typeof QosClass)[keyof typeof QosClass];

/** One thing that keeps a pod from being Guaranteed. */
export interface QosReason {
    /** The place in the pod spec, for example `containers[0].resources.limits.memory`. */
    readonly path: Path;
    /** `container "research" has no memory limit` */
    readonly message: string;
}

/** The class of a pod, and what would have to change for a higher one. */
export interface QosAnswer {
    /** The class; `Unknown`, with the path of the amount that decides, where it depends on a value that is not known. */
    readonly qosClass: QosClass | Unknown;
    /** Everything that is known to keep the pod from being Guaranteed. */
    readonly reasons: readonly QosReason[];
}

type Claim = Pick<ResourceClaim, "name" | "path" | "requests" | "limits">;

const QOS_RESOURCES = ["cpu", "memory"] as const;

/** The pod as a whole where it has resources of its own, else each of its containers; unknown lists apart. */
function claimsOf(podSpec: PodSpec): { claims: readonly Claim[]; unknown: readonly Unknown[] } {
    const podLevel = podLevelClaim(podSpec);
    if (podLevel !== undefined) {
        const requests = QOS_RESOURCES.map(
            (resource) => [resource, podLevelRequest(podSpec, podLevel, resource)] as const,
        ).filter((entry): entry is [(typeof QOS_RESOURCES)[number], QuantityLeaf] => entry[1] !== undefined);
        return { claims: [{ ...podLevel, requests: new Map(requests) }], unknown: [] };
    }
    const lists = [containerClaims(podSpec, "containers"), containerClaims(podSpec, "initContainers")];
    const claims = lists.flatMap((list) => (list instanceof Unknown ? [] : list));
    return {
        claims: claims.map((claim) => ({ ...claim, name: `container ${JSON.stringify(claim.name)}` })),
        unknown: lists.filter((list) => list instanceof Unknown),
    };
}

/** Whether an amount is above zero; the amount itself where that is not known. */
function isPositive(amount: QuantityLeaf | undefined): boolean | Unknown {
    if (amount === undefined || amount instanceof Unknown) return amount ?? false;
    return amount.sign > 0;
}

/** What is certain and what is open about the requests of a resource being equal to its limits, over all claims. */
function compareSums(claims: readonly Claim[], resource: string): boolean | Unknown {
    let difference = Quantity.ZERO;
    const open = new Map<unknown, { leaf: Unknown; count: number }>();
    const count = (amount: QuantityLeaf | undefined, sign: 1 | -1): void => {
        if (amount instanceof Unknown) {
            const entry = open.get(amount.identity) ?? { leaf: amount, count: 0 };
            open.set(amount.identity, { ...entry, count: entry.count + sign });
        } else if (amount !== undefined && amount.sign > 0) {
            difference = difference.plus(amount.times(sign));
        }
    };
    for (const { requests, limits } of claims) {
        count(amountOf(requests, resource), 1);
        count(amountOf(limits, resource), -1);
    }
    const rest = [...open.values()].find((entry) => entry.count !== 0);
    return rest?.leaf ?? difference.sign === 0;
}

/** The claims whose own request of a resource is known to differ from their limit. */
function unequalClaims(claims: readonly Claim[], resource: string): QosReason[] {
    return claims.flatMap(({ name, path, requests, limits }) => {
        const request = amountOf(requests, resource) ?? Quantity.ZERO;
        const limit = amountOf(limits, resource);
        if (!(request instanceof Quantity && limit instanceof Quantity) || request.equals(limit)) return [];
        const message = `${name} requests ${request.toString()} ${resource} and is limited to ${limit.toString()}`;
        return [{ path: [...path, "requests", resource], message }];
    });
}

/**
 * The QoS class that Kubernetes gives a pod, from cpu and memory alone: of the pod as a whole where it has
 * `resources`, else of its containers and init containers; amounts of zero count as absent, and a request that is
 * absent is the limit. Any part of the spec may be missing, misshapen or unknown.
 *
 * As Kubernetes 1.36 pkg/apis/core/v1/helper/qos `ComputePodQOS`, with pod-level resources enabled.
 *
 * @example qosClass({ containers: [{ name: "a", resources: { limits: { cpu: "1", memory: "1Gi" } } }] })
 * // { qosClass: "Guaranteed", reasons: [] }
 */
export function qosClass(podSpec: PodSpec): QosAnswer {
    const { claims, unknown } = claimsOf(podSpec);
    const reasons: QosReason[] = [];
    const doubts: Unknown[] = [...unknown];
    for (const { name, path, limits } of claims) {
        for (const resource of QOS_RESOURCES) {
            const limited = isPositive(amountOf(limits, resource));
            if (limited instanceof Unknown) doubts.push(limited);
            else if (!limited) {
                const message = `${name} has no ${resource} limit`;
                reasons.push({ path: [...path, "limits", resource], message });
            }
        }
    }
    for (const resource of QOS_RESOURCES) {
        const equal = compareSums(claims, resource);
        if (equal instanceof Unknown) doubts.push(equal);
        else if (!equal) reasons.push(...unequalClaims(claims, resource));
    }
    return { qosClass: classOf(claims, reasons.length > 0, doubts), reasons };
}

function classOf(claims: readonly Claim[], isBelow: boolean, doubts: readonly Unknown[]): QosClass | Unknown {
    const amounts = claims.flatMap(({ requests, limits }) =>
        QOS_RESOURCES.flatMap((resource) => [
            isPositive(amountOf(requests, resource)),
            isPositive(amountOf(limits, resource)),
        ]),
    );
    const [doubt] = doubts;
    if (amounts.includes(true)) {
        return isBelow ? QosClass.Burstable : (doubt ?? QosClass.Guaranteed);
    }
    return doubt ?? QosClass.BestEffort;
}
