import type { PoolCost, PriceGap } from "../cost";
import { poolCosts } from "../cost";
import type { Declared, Path } from "../declared";
import type { Fleet } from "../fleet";
import { coveringBudget } from "./covering-budget";
import type { Rule } from "./rule";

/** A pool with a budget and without a price. */
export const costUnpriced: Rule = {
    id: "cost-unpriced",
    severity: "warning",
    impact: "high",
    tags: ["cost"],
    title: "A pool that a budget covers has a price.",
    why: "A budget that is held against nothing looks kept until the bill comes.",
    source: "model/cost: requests, bounds and a price of the machine or of its units make a price",
    *check(fleet: Fleet, context) {
        for (const pool of poolCosts(fleet)) {
            const { unpriced } = pool;
            const budget = unpriced === undefined ? undefined : coveringBudget(pool, context);
            if (unpriced === undefined || budget === undefined) continue;
            const { reason, fix, isUnknown } = unpriced;
            yield {
                ...placeOf(pool, unpriced),
                ...(isUnknown ? { severity: "note" as const, isUnknown } : {}),
                message: `${reason}, so ${budget} is not checked`,
                fix,
            };
        }
    },
};

/** Where the change must be made that gives the pool a price. */
function placeOf(
    { scaler: { declared, workload, max } }: PoolCost,
    { about }: PriceGap,
): { declared: Declared; path: Path } {
    if (about === "bounds") return { declared, path: max.path };
    return workload === undefined || about === "target"
        ? { declared, path: ["spec", "scaleTargetRef"] }
        : { declared: workload.declared, path: workload.podSpecPath };
}
