import type { FleetScaler } from "../fleet";
import { podBounds } from "../fleet";
import type { Platform } from "../platform";
import type { BudgetFit } from "./budget-fit";
import { budgetFit } from "./budget-fit";
import { HOURS_PER_MONTH } from "./money";
import type { PodSize } from "./pod-size";
import { podSize } from "./pod-size";
import type { HourPrice, PriceBook } from "./price-book";
import { pricingOf } from "./pricing";
import type { ReplicaHours } from "./replica-hours";
import { scheduledHours } from "./replica-hours";

/** What so many replicas cost in a month. */
export interface CostPoint {
    /** Replicas; of the scheduled point an average. */
    readonly replicas: number;
    readonly usdPerMonth: number;
    /** Nodes that they fill, where the node pool's shape is known. */
    readonly nodes?: number;
}

/** What a pool costs, or why it cannot be said. */
export interface PoolCost {
    readonly scaler: FleetScaler;
    /** What one pod requests. */
    readonly pod?: PodSize;
    /** At the fewest replicas, day and night. */
    readonly floor?: CostPoint;
    /** At the fewest replicas that windows ask for, over an average month. */
    readonly scheduled?: CostPoint;
    /** At the most replicas, all month. */
    readonly ceiling?: CostPoint;
    /** What the budget pays for, where the pool has one. */
    readonly budget?: BudgetFit;
    /** Why there is no price. */
    readonly unpriced?: string;
}

/** What one pool costs at its floor, by its windows, and at its ceiling. */
export function poolCost(scaler: FleetScaler, platform: Platform, book: PriceBook): PoolCost {
    const { intent } = scaler;
    const usdPerMonth = intent?.budget?.usdPerMonth;
    const unpriced = (reason: string, pod?: PodSize): PoolCost => ({
        scaler,
        ...(pod === undefined ? {} : { pod }),
        ...(usdPerMonth === undefined ? {} : { budget: { usdPerMonth } }),
        unpriced: reason,
    });
    const pod = sizeOf(scaler);
    if (typeof pod === "string") return unpriced(pod);
    const pricing = pricingOf(pod, intent, platform, book);
    if (typeof pricing === "string") return unpriced(pricing, pod);
    const bounds = podBounds(scaler);
    if (bounds === undefined) {
        const hidden = scaler.jobs === undefined ? "its bounds are" : "how many jobs it runs is";
        return unpriced(`${hidden} known only after apply`, pod);
    }
    const { floor: floorReplicas, ceiling: max } = bounds;
    if (max === Infinity) return unpriced("the strategy custom sets its jobs no limit", pod);
    const at = (replicas: number, price: keyof HourPrice): CostPoint => ({
        replicas,
        usdPerMonth: pricing.usd(replicas, price),
        ...(pricing.nodes === undefined ? {} : { nodes: pricing.nodes(replicas) }),
    });
    // What runs always is on spot capacity where there is some, and paid by commitments where there are some; a ceiling
    // is reached when neither is to be had.
    const usual = pricing.hasSpot ? "spot" : "onDemand";
    const discount = pricing.hasSpot ? 1 : 1 - book.basis.commitmentDiscount;
    const discounted = (point: CostPoint): CostPoint => ({
        ...point,
        usdPerMonth: point.usdPerMonth * discount,
    });
    const hours = scheduledHours(scaler);
    return {
        scaler,
        pod,
        floor: discounted(at(floorReplicas, usual)),
        ...(hours === undefined
            ? {}
            : { scheduled: discounted(average(hours, (replicas) => at(replicas, usual))) }),
        ceiling: at(max, "onDemand"),
        ...(usdPerMonth === undefined
            ? {}
            : {
                  budget: budgetFit(usdPerMonth, max, pod, (size) => pricingOf(size, intent, platform, book)),
              }),
    };
}

/** The average over a month of what each number of replicas costs; it fills no whole number of nodes. */
function average(hours: ReplicaHours, at: (replicas: number) => CostPoint): CostPoint {
    let [replicas, usdPerMonth] = [0, 0];
    for (const [level, each] of hours) {
        const share = each / HOURS_PER_MONTH;
        replicas += level * share;
        usdPerMonth += at(level).usdPerMonth * share;
    }
    return { replicas, usdPerMonth };
}

/** What one pod of a scaler requests, or why that is not known. */
function sizeOf({ workload }: FleetScaler): PodSize | string {
    if (workload === undefined) return "what it scales is not declared here";
    return workload.isPodSpecUnknown ? "its pods are known only after apply" : podSize(workload.podSpec);
}
