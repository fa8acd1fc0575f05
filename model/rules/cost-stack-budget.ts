import type { PoolCost, WarmCost } from "../cost";
import { formatUsd, formatUsdApart, isWithinBudget, poolCosts, poolName, warmCosts, warmName } from "../cost";
import type { Declared, Path } from "../declared";
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
        const [pools, warm] = [poolCosts(fleet).map(ofPool), warmCosts(fleet).map(ofWarm)];
        const room = sumOf(warm);
        const cost = sumOf(pools) + room;
        const priced = dearestFirst(pools);
        const [largest] = [...priced, ...dearestFirst(warm)];
        if (largest === undefined || isWithinBudget(cost, most)) return;
        const [sum, budget] = formatUsdApart(cost, most);
        const kept = room === 0 || priced.length === 0 ? "" : `, with ${formatUsd(room)} of warm capacity`;
        const over = `${sum}/month${kept} > budget ${budget} of the stack`;
        const less =
            priced.length === 0 ? "keep less room" : `lower ceilings${room === 0 ? "" : " or warm capacity"}`;
        yield {
            declared: largest.declared,
            path: largest.path,
            message: `${subject(priced.length)} ${over}${share(priced)}${without([...pools, ...warm])}`,
            fix: `${less} by ${formatUsd(cost - most)} a month, this one first, or raise the budget of the stack`,
        };
    },
};

/** A part of what a stack costs at the most. */
interface StackCost {
    readonly name: string;
    readonly declared: Declared;
    readonly path: Path;
    /** Absent where it has no price. */
    readonly usd: number | undefined;
}

function ofPool(pool: PoolCost): StackCost {
    const { declared, max } = pool.scaler;
    return { name: poolName(pool), declared, path: max.path, usd: pool.ceiling?.usdPerMonth };
}

function ofWarm(cost: WarmCost): StackCost {
    const { declared, replicas } = cost.warm;
    return { name: warmName(cost), declared, path: replicas.path, usd: cost.ceiling?.usdPerMonth };
}

function sumOf(costs: readonly StackCost[]): number {
    return costs.reduce((sum, { usd = 0 }) => sum + usd, 0);
}

/** Those with a price, whatever the order; by name where several cost the same. */
function dearestFirst(costs: readonly StackCost[]): StackCost[] {
    const priced = costs.filter(({ usd }) => usd !== undefined);
    return priced.sort((a, b) => (b.usd ?? 0) - (a.usd ?? 0) || a.name.localeCompare(b.name, "en"));
}

function subject(pools: number): string {
    if (pools === 0) return "the warm capacity is";
    return pools === 1 ? "the ceiling is" : `the ceilings of ${pools} pools are`;
}

function share([largest, second]: readonly StackCost[]): string {
    if (largest === undefined || second === undefined) return "";
    return `, of which ${largest.name} is ${formatUsd(largest.usd ?? 0)}`;
}

function without(costs: readonly StackCost[]): string {
    const names = costs.filter(({ usd }) => usd === undefined).map(({ name }) => name);
    return names.length === 0 ? "" : `, and ${names.sort().join(", ")} without a price beside them`;
}
