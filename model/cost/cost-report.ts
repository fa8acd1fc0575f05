import type { Fleet } from "../fleet";
import { oncePerFleet } from "../fleet";
import type { PoolCost } from "./pool-cost";
import { poolCosts } from "./pool-costs";
import type { PriceBasis } from "./price-book";
import { PriceBook } from "./price-book";
import type { WarmCost } from "./warm-cost";
import { warmCosts } from "./warm-cost";
import { withWindows } from "./with-windows";

/** What a fleet costs in a month. */
export interface CostReport {
    readonly basis: PriceBasis;
    readonly pools: readonly PoolCost[];
    /** Room that is kept for pods to come, and that no autoscaler of pods changes. */
    readonly warm: readonly WarmCost[];
    /** Sums over the pools and the room that have a price; what has none is in none of them. */
    readonly total: {
        readonly floorUsdPerMonth: number;
        readonly scheduledUsdPerMonth: number;
        readonly ceilingUsdPerMonth: number;
    };
    /** What is in no price. */
    readonly excluded: readonly string[];
}

/** What no estimate here contains. */
const EXCLUDED = [
    "the control plane",
    "nodes that run without pods",
    "storage",
    "load balancers and traffic",
    "calls of model APIs",
    "surge during rollouts",
];

/**
 * Prices a fleet: each pool at its floor, by its windows, and at its ceiling. An estimate of what is requested, at list
 * prices unless the platform states its own; never a bill. Made once for all who ask.
 *
 * @example price(readFleet(declared, { provider: "eks" })).total.ceilingUsdPerMonth
 */
export const price = oncePerFleet(priced);

function priced(fleet: Fleet): CostReport {
    const { platform } = fleet;
    const book = new PriceBook(platform);
    const pools = poolCosts(fleet).map((pool) => withWindows(pool, platform, book));
    const warm = warmCosts(fleet);
    // A window that is not known leaves at least the floor.
    const sum = (point: "floor" | "scheduled" | "ceiling"): number =>
        [...pools, ...warm.map((each) => ({ ...each, scheduled: each.floor }))].reduce(
            (total, cost) => total + ((cost[point] ?? cost.floor)?.usdPerMonth ?? 0),
            0,
        );
    return {
        basis: book.basis,
        pools,
        warm,
        total: {
            floorUsdPerMonth: sum("floor"),
            scheduledUsdPerMonth: sum("scheduled"),
            ceilingUsdPerMonth: sum("ceiling"),
        },
        excluded: EXCLUDED,
    };
}
