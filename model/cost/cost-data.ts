import { showLeaf } from "../declared";
import type { FleetScaler } from "../fleet";
import type { CostReport } from "./cost-report";
import { roundToCents } from "./money";
import type { CostPoint, PoolCost } from "./pool-cost";
import type { WarmCost } from "./warm-cost";

/** A report as plain data, for JSON; a name that is not known is told by its text. */
export function costData({ basis, pools, warm, total, excluded }: CostReport): Record<string, unknown> {
    const sums = Object.entries(total).map(([member, usd]) => [member, roundToCents(usd)]);
    return {
        basis,
        pools: pools.map(poolData),
        warm: warm.map(warmData),
        total: Object.fromEntries(sums) as object,
        excluded,
    };
}

function poolData({ scaler, ...cost }: PoolCost): Record<string, unknown> {
    return itemData(scaler, cost);
}

function warmData({ warm, ...cost }: WarmCost): Record<string, unknown> {
    return itemData(warm, cost);
}

function itemData(
    { namespace, name, declared }: Pick<FleetScaler, "namespace" | "name" | "declared">,
    { unpriced, ...cost }: Omit<PoolCost, "scaler"> | Omit<WarmCost, "warm">,
): Record<string, unknown> {
    return {
        kind: declared.object.kind,
        ...(namespace === undefined ? {} : { namespace: showLeaf(namespace) }),
        name: showLeaf(name ?? ""),
        ...Object.fromEntries(Object.entries(cost).map(([member, value]) => [member, rounded(value)])),
        ...(unpriced === undefined ? {} : { unpriced: unpriced.reason, fix: unpriced.fix }),
    };
}

/** Money in cents: what follows is noise of the arithmetic. */
function rounded(value: unknown): unknown {
    if (typeof value !== "object" || value === null || !("usdPerMonth" in value)) return value;
    const { usdPerMonth } = value as CostPoint;
    return { ...value, usdPerMonth: roundToCents(usdPerMonth) };
}
