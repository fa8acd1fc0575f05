/** The label over whose values pods are spread when a Karpenter pool has nodes of both kinds. */
export const CAPACITY_SPREAD_LABEL = "agent-autoscaling/capacity-spread";

/** The label by which Karpenter's own nodes say how they were bought, with one value for each kind. */
export const KARPENTER_CAPACITY_LABEL = "karpenter.sh/capacity-type";

/** Each value is at least one node, so that more of them would cost a small pool more than the share saves. */
const MOST_VALUES = 10;

/** The values of the label that nodes of each kind have. */
export interface SpreadValues {
    readonly onDemand: readonly string[];
    readonly spot: readonly string[];
}

/**
 * The values by which pods that are spread evenly are on demand in a share: of at most ten values as many as come nearest
 * to it, with as few values as that takes (Karpenter, concepts/scheduling: On-Demand/Spot Ratio Split).
 *
 * @param share The share on demand, in percent.
 * @example spreadValues(20) // { onDemand: ["1"], spot: ["2", "3", "4", "5"] }
 */
export function spreadValues(share: number): SpreadValues {
    let [best, bestOnDemand] = [2, 1];
    for (let count = 2; count <= MOST_VALUES; count++) {
        const onDemand = Math.min(Math.max(Math.round((share / 100) * count), 1), count - 1);
        const error = Math.abs(onDemand / count - share / 100);
        if (error < Math.abs(bestOnDemand / best - share / 100)) [best, bestOnDemand] = [count, onDemand];
    }
    const values = Array.from({ length: best }, (_, index) => String(index + 1));
    return { onDemand: values.slice(0, bestOnDemand), spot: values.slice(bestOnDemand) };
}
