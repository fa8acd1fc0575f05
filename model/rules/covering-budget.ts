import type { PoolCost } from "../cost";
import { formatUsd } from "../cost";
import { costStackBudget } from "./cost-stack-budget";
import type { RuleContext } from "./rule";

/**
 * The budget that covers a pool, in words: its own, or else the stack's where that is held; `undefined` where none does.
 *
 * @example "the budget $900", "the budget $5,000 of the stack"
 */
export function coveringBudget({ budget }: PoolCost, { settingsOf }: RuleContext): string | undefined {
    if (budget !== undefined) return `the budget ${formatUsd(budget.usdPerMonth)}`;
    const stack = settingsOf(costStackBudget)?.number("usdPerMonth");
    return stack === undefined ? undefined : `the budget ${formatUsd(stack)} of the stack`;
}
