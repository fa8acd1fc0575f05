import { formatUsd, isWithinBudget, poolCosts } from "../cost";
import type { Fleet } from "../fleet";
import { formatCeiling } from "./format-ceiling";
import type { Rule } from "./rule";

/** A pool whose ceiling leaves little of its budget. */
export const costNearBudget: Rule = {
    id: "cost-near-budget",
    severity: "warning",
    impact: "medium",
    tags: ["bounds", "cost"],
    settings: {
        share: {
            shape: { kind: "number", above: 0, max: 1 },
            meaning: "The share of its budget that a pool's ceiling may cost, 0 to 1.",
            value: 0.8,
        },
    },
    title: "A pool's ceiling leaves room in the pool's budget.",
    why: "What no estimate contains, such as storage, traffic and surge, comes on top and passes the budget.",
    source: "the author's own budget.usdPerMonth; prices by platform.prices or the built-in table",
    *check(fleet: Fleet, { settings }) {
        const share = settings.number("share") ?? 1;
        for (const { scaler, pod, vertical, ceiling, budget } of poolCosts(fleet)) {
            if (pod === undefined || ceiling === undefined || budget === undefined) continue;
            const { usdPerMonth } = budget;
            if (!isWithinBudget(ceiling.usdPerMonth, usdPerMonth)) continue;
            if (isWithinBudget(ceiling.usdPerMonth, usdPerMonth * share)) continue;
            const percent = Math.round((ceiling.usdPerMonth / usdPerMonth) * 100);
            const cost = formatUsd(ceiling.usdPerMonth);
            yield {
                declared: scaler.declared,
                path: scaler.max.path,
                message: `${formatCeiling(ceiling, vertical?.pod ?? pod)} = ${cost}/month, which is ${percent} % of the budget ${formatUsd(usdPerMonth)}`,
                fix: `give a budget of ${formatUsd(Math.ceil(ceiling.usdPerMonth / share))} or more, or lower the ceiling`,
            };
        }
    },
};
