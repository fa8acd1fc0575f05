import type { PoolCost } from "../cost";
import { formatUsd, formatUsdApart, isWithinBudget, poolCosts, poolName, warmCosts } from "../cost";
import type { Fleet } from "../fleet";
import type { Rule } from "./rule";

/** Pools that may cost more together than the stack may. */
export const costStackBudget: Rule = {
    id: "cost-stack-budget",
    severity: "warning",
    impact: "critical",
    tags: ["bounds", "cost"],
    settings: {
        usdPerMonth: {
            shape: { kind: "number", min: 0 },
            meaning: "US dollars a month for the ceilings of all pools together.",
        },
    },
    title: "The ceilings of all pools together cost at most the stack's budget.",
    why: "One outage upstream fills every queue at once, and all pools go to their ceilings in the same night.",
    source: "the organisation's own usdPerMonth; prices by platform.prices or the built-in table",
    *check(fleet: Fleet, { settings }) {
        const most = settings.number("usdPerMonth");
        if (most === undefined) return;
        const pools = poolCosts(fleet);
        const warm = sumOf(warmCosts(fleet));
        const cost = sumOf(pools) + warm;
        const largest = dearest(pools);
        if (largest === undefined || isWithinBudget(cost, most)) return;
        const { scaler, ceiling } = largest;
        const [sum, budget] = formatUsdApart(cost, most);
        const priced = pools.filter((pool) => pool.ceiling !== undefined);
        const share = formatUsd(ceiling?.usdPerMonth ?? 0);
        const room = warm === 0 ? "" : `, with ${formatUsd(warm)} of warm capacity`;
        yield {
            declared: scaler.declared,
            path: scaler.max.path,
            message:
                priced.length === 1
                    ? `the ceiling is ${sum}/month${room} > budget ${budget} of the stack${without(pools)}`
                    : `the ceilings of ${priced.length} pools are ${sum}/month${room} > budget ${budget} of the stack, of which ${poolName(largest)} is ${share}${without(pools)}`,
            fix: `lower ceilings by ${formatUsd(cost - most)} a month, this one first, or raise the budget of the stack`,
        };
    },
};

function sumOf(costs: readonly Pick<PoolCost, "ceiling">[]): number {
    return costs.reduce((sum, { ceiling }) => sum + (ceiling?.usdPerMonth ?? 0), 0);
}

/** The pool with the dearest ceiling, whatever the order; the first by name where several are. */
function dearest(pools: readonly PoolCost[]): PoolCost | undefined {
    const usd = ({ ceiling }: PoolCost): number => ceiling?.usdPerMonth ?? -1;
    return [...pools]
        .filter(({ ceiling }) => ceiling !== undefined)
        .sort((a, b) => usd(b) - usd(a) || poolName(a).localeCompare(poolName(b), "en"))[0];
}

function without(pools: readonly PoolCost[]): string {
    const names = pools.filter(({ unpriced }) => unpriced !== undefined).map(poolName);
    return names.length === 0 ? "" : `, and ${names.sort().join(", ")} without a price beside them`;
}
