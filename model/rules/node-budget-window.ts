import type { Declared } from "../declared";
import { isKnown, valueAt } from "../declared";
import type { Fleet } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

const BUDGETS = ["spec", "disruption", "budgets"];

/** Windows of Karpenter's disruption budgets that have one end. */
export const nodeBudgetWindow: Rule = {
    id: "node-budget-window",
    severity: "error",
    impact: "high",
    tags: ["capacity", "schedule"],
    title: "A disruption budget of a Karpenter NodePool has a schedule and a duration, or neither.",
    why: "The API server refuses the NodePool, and the budget that was to keep nodes by day holds nothing.",
    source: "karpenter.sh_nodepools.yaml: 'schedule' must be set with 'duration'",
    *check({ declared }: Fleet) {
        for (const object of declared) {
            if (object.type === "kubernetes:karpenter.sh/v1:NodePool") yield* checkBudgets(object);
        }
    },
};

function* checkBudgets(declared: Declared): Generator<Breach> {
    const budgets = valueAt(declared.object, BUDGETS);
    if (!isKnown(budgets)) {
        yield notChecked(declared, BUDGETS);
        return;
    }
    for (const index of Array.isArray(budgets) ? budgets.keys() : []) {
        const path = [...BUDGETS, index];
        if (!isKnown(valueAt(declared.object, path))) {
            yield notChecked(declared, path);
            continue;
        }
        const has = (member: string): boolean => valueAt(declared.object, [...path, member]) !== undefined;
        if (has("schedule") === has("duration")) continue;
        const [given, missing] = has("schedule") ? ["schedule", "duration"] : ["duration", "schedule"];
        yield {
            declared,
            path,
            message: `the budget has a ${given} and no ${missing}`,
            fix:
                missing === "duration"
                    ? "say how long the window is, for example 10h; its schedule is in UTC"
                    : "say when the window begins, for example 0 8 * * 1-5, in UTC",
        };
    }
}
