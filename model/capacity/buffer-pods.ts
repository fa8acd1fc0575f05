import type { Quantity } from "./quantity";

/** What a CapacityBuffer asks for. */
export interface BufferAmounts {
    readonly replicas?: number | undefined;
    /** A share of the replicas of what the buffer refers to, in percent. */
    readonly percentage?: number | undefined;
    /** The replicas of what the buffer refers to. */
    readonly scaled?: number | undefined;
    /** For how many pods the limits have room. */
    readonly limit?: number | undefined;
}

/**
 * For how many pods a buffer keeps room: the larger of the number and the share, within the limits; as many as fit into
 * them where neither is given. `undefined` where a share is of something that is not known.
 *
 * As autoscaling.x-k8s.io/v1beta1 says (a share is rounded up, to one at least); cluster-autoscaler before 2026-07 took
 * the smaller of the two (kubernetes/autoscaler#9948), and so kept less.
 *
 * @example bufferPods({ replicas: 2, percentage: 20, scaled: 15, limit: 4 }) // 3
 */
export function bufferPods({ replicas, percentage, scaled, limit }: BufferAmounts): number | undefined {
    if (percentage !== undefined && scaled === undefined) return undefined;
    const share = percentage === undefined || scaled === undefined ? undefined : shareOf(percentage, scaled);
    const wanted = [replicas, share].filter((amount) => amount !== undefined);
    if (wanted.length === 0) return limit;
    return Math.max(0, Math.min(Math.max(...wanted), limit ?? Infinity));
}

function shareOf(percentage: number, scaled: number): number {
    return percentage === 0 ? 0 : Math.max(1, Math.ceil((percentage * scaled) / 100));
}

/**
 * How many pods fit into limits for all of them together; `undefined` where no limit is for anything that a pod
 * requests, which cluster-autoscaler refuses to follow.
 */
export function podsWithin(
    limits: ReadonlyMap<string, Quantity>,
    request: (resource: string) => Quantity,
): number | undefined {
    const counts = [...limits].flatMap(([resource, most]) => {
        const each = request(resource).toNumber();
        return each > 0 ? [Math.max(0, Math.floor(most.toNumber() / each + 1e-9))] : [];
    });
    return counts.length === 0 ? undefined : Math.min(...counts);
}
