import type { Fleet } from "../fleet";
import { groupBy, oncePerFleet } from "../fleet";
import type { PoolCost } from "./pool-cost";
import { poolCost } from "./pool-cost";
import { PriceBook } from "./price-book";

/** What each pool of a fleet costs at its floor and at its ceiling; made once for all rules and for the report. */
export const poolCosts = oncePerFleet(makeCosts);

function makeCosts({ platform, scalers, verticals }: Fleet): readonly PoolCost[] {
    const book = new PriceBook(platform);
    const byScaler = groupBy(verticals, ({ scaler }) => scaler);
    return scalers.map((scaler) => poolCost(scaler, byScaler.get(scaler) ?? [], platform, book));
}
