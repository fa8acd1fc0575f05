import { Quantity, formatCpu, formatMemory, podLimit, podRequest, rolloutSurge } from "../capacity";
import { Unknown } from "../declared";
import type { Fleet, FleetQuota, FleetScaler, FleetWorkload } from "../fleet";
import { groupBy, known, podBounds, quotaCounts } from "../fleet";
import { leafKey } from "./leaf-key";

/** What a quota counts under one of its names: pods, or what they request or are limited to. */
export interface QuotaResource {
    readonly of: "pods" | "requests" | "limits";
    readonly resource: string;
}

/** The most pods of one workload. */
export interface QuotaPods {
    readonly workload: FleetWorkload;
    /** What scales it; absent where its replicas are written down. */
    readonly scaler: FleetScaler | undefined;
    readonly pods: number;
    /** Pods that a rollout adds to those. */
    readonly surge: number;
}

/** What one of those pods takes from a quota. */
export interface QuotaShare extends QuotaPods {
    readonly each: Quantity;
}

const PODS: QuotaResource = { of: "pods", resource: "pods" };
/** What a quota counts the requests of without saying so in its name. */
const BARE = /^(cpu|memory|ephemeral-storage|hugepages-.+)$/;

/** What a quota counts under a name; `undefined` for what no pod has of itself, as services and volumes. */
export function quotaResource(name: string): QuotaResource | undefined {
    if (name === "pods" || name === "count/pods") return PODS;
    if (BARE.test(name)) return { of: "requests", resource: name };
    const [, list, resource = ""] = /^(requests|limits)\.(.+)$/.exec(name) ?? [];
    if (list === undefined || resource === "storage") return undefined;
    return { of: list === "limits" ? "limits" : "requests", resource };
}

/** The most pods of every workload, by its namespace: at the ceiling of what scales it, else as many as are written. */
export function podsByNamespace({ workloads, scalers }: Fleet): ReadonlyMap<unknown, readonly QuotaPods[]> {
    const scalersOf = groupBy(scalers, ({ workload }) => workload);
    const pods = workloads.flatMap((workload) => mostPods(workload, scalersOf.get(workload) ?? []) ?? []);
    return groupBy(pods, ({ workload }) => leafKey(workload.namespace));
}

/** Bounds that are not known are noted by scale-bounds, and jobs without a limit reported by job-strategy. */
function mostPods(workload: FleetWorkload, scalers: readonly FleetScaler[]): QuotaPods | undefined {
    const [most] = scalers
        .map((scaler) => ({ scaler, pods: podBounds(scaler)?.ceiling }))
        .sort((a, b) => (b.pods ?? 0) - (a.pods ?? 0));
    const written = workload.replicas.value instanceof Unknown ? undefined : (known(workload.replicas) ?? 1);
    const pods = most === undefined ? written : most.pods;
    if (pods === undefined || pods < 1 || pods === Infinity) return undefined;
    return { workload, scaler: most?.scaler, pods, surge: surgeOf(workload, pods) };
}

/** The pods that a rollout adds to so many; none where that is not known. */
export function surgeOf({ kind, declared }: FleetWorkload, pods: number): number {
    const surge = kind === "Deployment" ? rolloutSurge(declared.object["spec"], pods) : 0;
    return surge instanceof Unknown ? 0 : surge;
}

/**
 * What certainly counts against a quota. Requests that are not known are noted by container-resources, and what a
 * LimitRange adds to them is left out, so that the sum may be more, never less.
 */
export function sharesOf(
    quota: FleetQuota,
    { of, resource }: QuotaResource,
    pods: readonly QuotaPods[],
): readonly QuotaShare[] {
    return pods.flatMap((share) => {
        const { podSpec, isPodSpecUnknown } = share.workload;
        if (isPodSpecUnknown || quotaCounts(quota, podSpec) !== true) return [];
        const each =
            of === "pods"
                ? ONE
                : of === "limits"
                  ? podLimit(podSpec, resource)
                  : podRequest(podSpec, resource);
        return each instanceof Unknown || each.sign <= 0 ? [] : [{ ...share, each }];
    });
}

const ONE = new Quantity(1_000_000_000n);

/** What shares come to, at their ceilings and with a rollout of each. */
export function demandOf(shares: readonly QuotaShare[]): Quantity {
    return shares.reduce((sum, { pods, surge, each }) => sum.plus(each.times(pods + surge)), Quantity.ZERO);
}

/** An amount of what a quota counts, for a message. */
export function formatAmount({ of, resource }: QuotaResource, amount: Quantity): string {
    if (of === "pods") return amount.toString();
    if (resource === "cpu") return formatCpu(amount);
    return /^(memory|ephemeral-storage|hugepages-.+)$/.test(resource)
        ? formatMemory(amount)
        : amount.toString();
}
