import type { PodSize } from "../capacity";
import type { BudgetFit } from "../cost";
import { formatUsdApart, isWithinBudget, poolCosts } from "../cost";
import type { Fleet } from "../fleet";
import { formatCeiling } from "./format-ceiling";
import type { Rule } from "./rule";

/** The share of its memory that a pod must keep for less of it to be advice; with less it is another agent. */
const LEAST_SHARE = 0.25;

/** A pool that may cost more than its own author lets it. */
export const costPoolBudget: Rule = {
    id: "cost-pool-budget",
    severity: "error",
    impact: "high",
    tags: ["bounds", "cost"],
    title: "A pool's ceiling, at the price on demand, costs at most the pool's budget.",
    why: "A runaway queue takes the pool to its ceiling and keeps it there, and spot prices do not last that long.",
    source: "the author's own budget.usdPerMonth; prices by platform.prices or the built-in table",
    *check(fleet: Fleet) {
        for (const { scaler, pod, vertical, ceiling, budget } of poolCosts(fleet)) {
            // What has no price is found by cost-unpriced.
            if (pod === undefined || ceiling === undefined || budget === undefined) continue;
            if (isWithinBudget(ceiling.usdPerMonth, budget.usdPerMonth)) continue;
            const largest = vertical?.pod ?? pod;
            const [cost, most] = formatUsdApart(ceiling.usdPerMonth, budget.usdPerMonth);
            yield {
                declared: scaler.declared,
                path: scaler.max.path,
                message: `${formatCeiling(ceiling, largest)} = ${cost}/month > budget ${most}`,
                fix: fitting(budget, largest),
            };
        }
    },
};

function fitting({ replicas = 0, memoryGib = 0 }: BudgetFit, pod: PodSize): string {
    const isEnough = memoryGib > 0 && memoryGib >= pod.memoryGib * LEAST_SHARE;
    return replicas === 0
        ? `raise the budget, which pays for no replica${isEnough ? `, or use ${memoryGib} GiB` : ""}`
        : `fits at maxReplicas <= ${replicas}${isEnough ? `, or with ${memoryGib} GiB` : ""}`;
}
