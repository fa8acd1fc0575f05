import type { Fleet, FleetScaler, FleetVertical } from "../fleet";
import { oncePerFleet } from "../fleet";
import type { PoolCost } from "./pool-cost";
import { poolCost } from "./pool-cost";
import { PriceBook } from "./price-book";

/** What each pool of a fleet costs at its floor and at its ceiling; made once for all rules and for the report. */
export const poolCosts = oncePerFleet(makeCosts);

function makeCosts({ platform, scalers, verticals }: Fleet): readonly PoolCost[] {
    const book = new PriceBook(platform);
    const byScaler = verticalsByScaler(verticals);
    return scalers.map((scaler) => poolCost(scaler, byScaler.get(scaler) ?? [], platform, book));
}

function verticalsByScaler(
    verticals: readonly FleetVertical[],
): ReadonlyMap<FleetScaler, readonly FleetVertical[]> {
    const joined = new Map<FleetScaler, FleetVertical[]>();
    for (const vertical of verticals) {
        if (vertical.scaler === undefined) continue;
        joined.set(vertical.scaler, [...(joined.get(vertical.scaler) ?? []), vertical]);
    }
    return joined;
}
