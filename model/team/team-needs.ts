import { Quantity, podLimit, podRequest, requestedResources } from "../capacity";
import { valueAt } from "../declared";
import { referencedObjects } from "./referenced-objects";
import { storageNeeds } from "./storage-needs";
import type { TeamPool } from "./team";
import type { TeamPods } from "./team-pods";

/** What quotas count of the pods of a team, by the quota's own names. */
export type Needs = ReadonlyMap<string, Quantity>;

/** What a quota asks of every container once it counts it, so that one without refuses the pod. */
export const COMPUTE = ["cpu", "memory"] as const;

/** The config map that every namespace has (kube-root-ca.crt). */
const OWN_CONFIG_MAPS = 1;

const count = (number: number): Quantity => new Quantity(BigInt(number) * 1_000_000_000n);

/**
 * What pods take at their ceilings, with a rollout of each pool. A pod that ends counts until its grace period is over
 * (pkg/quota/v1/evaluator/core/pods.go QuotaV1Pod); how many do at a time is left to the headroom, since what is refused
 * meanwhile is tried again.
 */
export function podNeeds(pods: readonly TeamPods[]): Needs {
    const needs = new Map<string, Quantity>();
    const total = (amountOf: (each: TeamPods) => Quantity): Quantity =>
        pods.reduce((sum, each) => sum.plus(amountOf(each).times(each.pods + each.surge)), Quantity.ZERO);
    needs.set(
        "pods",
        total(() => count(1)),
    );
    for (const resource of COMPUTE) {
        needs.set(
            `requests.${resource}`,
            total((each) => requestOf(each, resource)),
        );
    }
    for (const resource of COMPUTE) {
        if (pods.every((each) => isLimited(each, resource))) {
            needs.set(
                `limits.${resource}`,
                total(({ podSpec }) => known(podLimit(podSpec, resource))),
            );
        }
    }
    const others = new Set(pods.flatMap(({ podSpec }) => requestedResources(podSpec)));
    for (const resource of [...others].filter((each) => each !== "cpu" && each !== "memory").sort()) {
        needs.set(
            `requests.${resource}`,
            total((each) => requestOf(each, resource)),
        );
    }
    return needs;
}

/** What a quota counts of objects that are no pods: those of the pools, and some that a team makes by hand. */
export function objectNeeds(
    pools: readonly TeamPool[],
    pods: readonly TeamPods[],
    spareObjects: number,
): Needs {
    const declared = pools.flatMap((pool) => pool.declared);
    const services = declared.filter(({ type }) => type === "kubernetes:core/v1:Service").length;
    const { configmaps, secrets } = referencedObjects(declared);
    const claims = pods.flatMap(storageNeeds);
    return new Map([
        ["services", count(services + spareObjects)],
        // Both cost money or open the namespace to the world, which no pool asks for.
        ["services.loadbalancers", Quantity.ZERO],
        ["services.nodeports", Quantity.ZERO],
        ["configmaps", count(OWN_CONFIG_MAPS + configmaps + spareObjects)],
        ["secrets", count(secrets + spareObjects)],
        ["persistentvolumeclaims", count(claims.reduce((sum, each) => sum + each.claims, 0))],
        [
            "requests.storage",
            claims.reduce(
                (sum, { storage, claims: number }) => sum.plus((storage ?? Quantity.ZERO).times(number)),
                Quantity.ZERO,
            ),
        ],
    ]);
}

/** The larger of what is written and what a VerticalPodAutoscaler may make of it. */
function requestOf({ podSpec, reach }: TeamPods, resource: string): Quantity {
    const written = known(podRequest(podSpec, resource));
    const reached = resource === "cpu" || resource === "memory" ? reach?.[resource] : undefined;
    return reached === undefined ? written : written.max(reached);
}

/** Amounts that are not known were refused before. */
function known(amount: unknown): Quantity {
    return amount instanceof Quantity ? amount : Quantity.ZERO;
}

/** Whether every container of a pod has a limit that stays; a VerticalPodAutoscaler moves limits with requests. */
function isLimited({ podSpec, reach }: TeamPods, resource: string): boolean {
    if (reach !== undefined) return false;
    if (valueAt(podSpec, ["resources", "limits", resource]) !== undefined) return true;
    return ["initContainers", "containers"].every((list) => {
        const containers = valueAt(podSpec, [list]) ?? [];
        return (
            Array.isArray(containers) &&
            containers.every(
                (container: unknown) =>
                    (valueAt(container, ["resources", "limits", resource]) ?? undefined) !== undefined,
            )
        );
    });
}
