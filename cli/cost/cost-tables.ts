import type {
    CeilingChange,
    CostIncrease,
    CostPoint,
    CostReport,
    PoolChange,
    PoolCost,
    WarmCost,
} from "../../model";
import { formatPodSize, formatUsd, isWithinBudget, poolName, warmName } from "../../model";
import type { Column, Table } from "./table";

const NOTHING = "-";

const left = (title: string): Column => ({ title, align: "left" });
const right = (title: string): Column => ({ title, align: "right" });

/** What each pool costs a month, and all of them. */
export function costTable({ pools, warm, total }: CostReport): Table {
    const sums = [total.floorUsdPerMonth, total.scheduledUsdPerMonth, total.ceilingUsdPerMonth];
    return {
        columns: [left("pool"), ...["floor", "scheduled", "ceiling"].map(right), left("of"), left("budget")],
        rows: [
            ...pools.map((pool) => [
                poolName(pool),
                ...amounts(pool.floor, pool.scheduled, pool.ceiling),
                size(pool),
                budget(pool),
            ]),
            ...warm.map((each) => [
                `${warmName(each)} (warm capacity)`,
                ...amounts(each.floor, each.floor, each.ceiling),
                size(each),
                "",
            ]),
            ["all", ...sums.map(formatUsd), withoutPrice([...pools, ...warm]), ""],
        ],
    };
}

function amounts(...points: readonly (CostPoint | undefined)[]): string[] {
    return points.map((point) => amount(point?.usdPerMonth));
}

function size(cost: PoolCost | WarmCost): string {
    const { ceiling, pod, unpriced } = cost;
    const vertical = "vertical" in cost ? cost.vertical : undefined;
    if (ceiling === undefined || pod === undefined) return `no price: ${unpriced?.reason ?? ""}`;
    return `${ceiling.replicas} x (${formatPodSize(vertical?.pod ?? pod)})`;
}

function budget({ budget, ceiling }: PoolCost): string {
    if (budget === undefined) return "";
    const most = formatUsd(budget.usdPerMonth);
    if (ceiling === undefined) return `${most}, not checked`;
    if (isWithinBudget(ceiling.usdPerMonth, budget.usdPerMonth)) return most;
    return `${most}, over by ${formatUsd(ceiling.usdPerMonth - budget.usdPerMonth)}`;
}

/** How the ceiling of each pool changes, and of all of them. */
export function increaseTable({ pools, total }: CostIncrease): Table {
    return {
        columns: [left("pool"), ...["before", "after", "change", "%"].map(right), left("")],
        rows: [...pools.map(changeRow), ["all", ...changeCells(total), withoutPrice(pools)]],
    };
}

function changeRow(pool: PoolChange): string[] {
    const { name, state, unpriced } = pool;
    const what = state === "kept" ? [] : [state];
    const notes = unpriced === undefined ? what : [...what, `no price: ${unpriced}`];
    return [name, ...changeCells(pool), notes.join(", ")];
}

function changeCells(change: Partial<CeilingChange>): string[] {
    const { beforeUsdPerMonth, afterUsdPerMonth, changeUsdPerMonth, share } = change;
    return [
        amount(beforeUsdPerMonth),
        amount(afterUsdPerMonth),
        signed(changeUsdPerMonth, formatUsd),
        signed(share === undefined ? undefined : Math.round(share * 1000) / 10, String),
    ];
}

function amount(usd: number | undefined): string {
    return usd === undefined ? NOTHING : formatUsd(usd);
}

function signed(value: number | undefined, format: (value: number) => string): string {
    if (value === undefined) return NOTHING;
    return value > 0 ? `+${format(value)}` : format(value);
}

function withoutPrice(pools: readonly { readonly unpriced?: unknown }[]): string {
    const missing = pools.filter(({ unpriced }) => unpriced !== undefined).length;
    if (missing === 0) return "";
    return missing === 1 ? "without 1 pool that has no price" : `without ${missing} pools that have no price`;
}
