import type { Platform } from "../platform";
import { HOURS_PER_MONTH } from "./money";
import type { CostPoint, PoolCost } from "./pool-cost";
import { restingPoint } from "./pool-cost";
import type { PriceBook } from "./price-book";
import { PriceGap } from "./price-gap";
import { pricingOf } from "./pricing";
import type { ReplicaHours } from "./replica-hours";
import { scheduledHours } from "./replica-hours";

/** What a pool costs, with what it costs by its windows where those are known. */
export function withWindows(pool: PoolCost, platform: Platform, book: PriceBook): PoolCost {
    const { scaler, pod, unpriced } = pool;
    if (pod === undefined || unpriced !== undefined) return pool;
    const pricing = pricingOf(pod, scaler.intent, platform, book);
    const hours = scheduledHours(scaler);
    if (pricing instanceof PriceGap || hours === undefined) return pool;
    return { ...pool, scheduled: average(hours, (replicas) => restingPoint(pricing, replicas, book)) };
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
