import type { Fleet, FleetScaler, FleetVertical } from "../fleet";
import type { PoolCost } from "./pool-cost";
import { poolCost } from "./pool-cost";
import type { PriceBasis } from "./price-book";
import { PriceBook } from "./price-book";

/** What a fleet costs in a month. */
export interface CostReport {
    readonly basis: PriceBasis;
    readonly pools: readonly PoolCost[];
    /** Sums over the pools that have a price; a pool without one is in none of them. */
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
    "storage",
    "load balancers and traffic",
    "calls of model APIs",
    "surge during rollouts",
];

/**
 * Prices a fleet: each pool at its floor, by its windows, and at its ceiling. An estimate of what is requested, at list
 * prices unless the platform states its own; never a bill.
 *
 * @example price(readFleet(declared, { provider: "eks" })).total.ceilingUsdPerMonth
 */
export function price(fleet: Fleet): CostReport {
    const report = reports.get(fleet) ?? priced(fleet);
    reports.set(fleet, report);
    return report;
}

/** Reports by fleet: several rules and whoever prints the cost card ask for the same one. */
const reports = new WeakMap<Fleet, CostReport>();

function priced({ platform, scalers, verticals }: Fleet): CostReport {
    const book = new PriceBook(platform);
    const byScaler = verticalsByScaler(verticals);
    const pools = scalers.map((scaler) => poolCost(scaler, byScaler.get(scaler) ?? [], platform, book));
    // A window that is not known leaves at least the floor.
    const sum = (point: "floor" | "scheduled" | "ceiling"): number =>
        pools.reduce((total, pool) => total + ((pool[point] ?? pool.floor)?.usdPerMonth ?? 0), 0);
    return {
        basis: book.basis,
        pools,
        total: {
            floorUsdPerMonth: sum("floor"),
            scheduledUsdPerMonth: sum("scheduled"),
            ceilingUsdPerMonth: sum("ceiling"),
        },
        excluded: EXCLUDED,
    };
}

function verticalsByScaler(
    verticals: readonly FleetVertical[],
): ReadonlyMap<FleetScaler, readonly FleetVertical[]> {
    const found = new Map<FleetScaler, FleetVertical[]>();
    for (const vertical of verticals) {
        if (vertical.scaler === undefined) continue;
        found.set(vertical.scaler, [...(found.get(vertical.scaler) ?? []), vertical]);
    }
    return found;
}
