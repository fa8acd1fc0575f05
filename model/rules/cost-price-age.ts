import { poolCosts } from "../cost";
import type { Fleet } from "../fleet";
import { coveringBudget } from "./covering-budget";
import type { Rule } from "./rule";

const MILLISECONDS_PER_DAY = 86_400_000;

/** Budgets that are held against prices of long ago. */
export const costPriceAge: Rule = {
    id: "cost-price-age",
    severity: "warning",
    impact: "low",
    tags: ["cost"],
    from: "standard",
    settings: {
        days: {
            shape: { kind: "integer", min: 0 },
            meaning: "Days after which a price is too old to hold a budget against.",
            value: 180,
        },
    },
    title: "The prices that a budget is held against are not old.",
    why: "Clouds change prices several times a year, and a budget that is kept on paper is passed on the bill.",
    source: "the day of each price in model/cost/prices, or platform.prices.asOf",
    *check(fleet: Fleet, context) {
        const { today, settings } = context;
        const most = settings.number("days");
        if (today === undefined || most === undefined) return;
        for (const pool of poolCosts(fleet)) {
            const { scaler, pricesAsOf } = pool;
            const budget = coveringBudget(pool, context);
            if (pricesAsOf === undefined || budget === undefined) continue;
            const days = daysBetween(pricesAsOf, today);
            if (days <= most) continue;
            yield {
                declared: scaler.declared,
                path: scaler.max.path,
                message: `${budget} is held against prices as of ${pricesAsOf}, ${days} days old and more than ${most}`,
                fix: "state today's prices in platform.prices, or use a release with newer ones",
            };
        }
    },
};

function daysBetween(from: string, to: string): number {
    return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY);
}
