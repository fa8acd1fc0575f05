import { problem } from "../arguments";
import type { PoolCost } from "../cost";
import { formatUsd, formatUsdApart, isWithinBudget, poolCosts } from "../cost";
import type { Finding } from "../findings";
import type { Fleet } from "../fleet";
import type { Team } from "./team";

/** Most pools that a message names. */
const MOST_NAMED = 3;

/** A team whose ceilings together cost more than its budget, with the ceiling of each pool that would fit. */
export function teamBudget({ budget, pools }: Team, fleet: Fleet): Finding[] {
    if (budget === undefined) return [];
    const keys = new Map(
        pools.flatMap(({ key, declared }) => declared.map((object) => [object, key] as const)),
    );
    const keyOf = ({ scaler }: PoolCost): string => keys.get(scaler.declared) ?? "";
    const costs = poolCosts(fleet);
    const cost = costs.reduce((sum, each) => sum + usdOf(each), 0);
    const unpriced = costs
        .filter((each) => each.ceiling === undefined)
        .map((each) => notPriced(each, keyOf(each)));
    if (isWithinBudget(cost, budget.usdPerMonth)) return unpriced;
    const dearest = [...costs].sort((a, b) => usdOf(b) - usdOf(a)).slice(0, MOST_NAMED);
    const [sum, most] = formatUsdApart(cost, budget.usdPerMonth);
    const fits = dearest.flatMap((each) => {
        const replicas = fitting(each, fleet, budget.usdPerMonth - (cost - usdOf(each)));
        return replicas === 0 ? [] : [`pools.${keyOf(each)}.scale.maxReplicas <= ${replicas}`];
    });
    const named = dearest.map((each) => `${keyOf(each)} ${formatUsd(usdOf(each))}`);
    const rest = costs.length - dearest.length;
    return [
        {
            ...problem(
                ["budget", "usdPerMonth"],
                `is ${most}, and the ceilings of all pools are ${sum}/month: ${[...named, ...(rest > 0 ? [`${rest} more`] : [])].join(", ")}`,
                fits.length === 0
                    ? `lower the ceilings by ${formatUsd(cost - budget.usdPerMonth)} a month, or raise the budget`
                    : `fits at ${fits.join(", or at ")}; or raise the budget`,
            ),
            id: "team-budget",
        },
        ...unpriced,
    ];
}

function usdOf({ ceiling }: PoolCost): number {
    return ceiling?.usdPerMonth ?? 0;
}

/** The highest ceiling of a pool that so much money pays for. */
function fitting({ scaler }: PoolCost, fleet: Fleet, usdPerMonth: number): number {
    if (usdPerMonth <= 0) return 0;
    const intent = { version: 1 as const, ...scaler.intent, budget: { usdPerMonth } };
    const [priced] = poolCosts({ ...fleet, scalers: [{ ...scaler, intent }] });
    return priced?.budget?.replicas ?? 0;
}

function notPriced({ unpriced }: PoolCost, key: string): Finding {
    const reason = unpriced?.reason ?? "its bounds are not known";
    return {
        ...problem(
            ["budget", "usdPerMonth"],
            `does not count ${key}, which has no price: ${reason}`,
            unpriced?.fix ?? "give it plain bounds",
        ),
        id: "team-budget",
        severity: "warning",
    };
}
