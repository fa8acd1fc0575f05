import type { CostReport } from "./cost-report";
import { roundToCents } from "./money";

/** What a pool costs in US dollars a month, as its component gives it out; members without a price are absent. */
export interface CostSummary {
    /** At the fewest replicas, day and night. */
    floorUsdPerMonth?: number;
    /** At the fewest replicas that windows ask for. */
    scheduledUsdPerMonth?: number;
    /** At the most replicas, all month, at the price on demand. */
    ceilingUsdPerMonth?: number;
    /** The day of which the prices are. */
    pricesAsOf: string;
}

/** The sums of a report; a fleet in which nothing has a price has none. */
export function costSummary({ pools, warm, total, basis }: CostReport): CostSummary {
    if ([...pools, ...warm].every(({ unpriced }) => unpriced !== undefined))
        return { pricesAsOf: basis.asOf };
    return {
        floorUsdPerMonth: roundToCents(total.floorUsdPerMonth),
        scheduledUsdPerMonth: roundToCents(total.scheduledUsdPerMonth),
        ceilingUsdPerMonth: roundToCents(total.ceilingUsdPerMonth),
        pricesAsOf: basis.asOf,
    };
}
