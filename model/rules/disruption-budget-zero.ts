import { showLeaf, valueAt } from "../declared";
import type { Fleet, FleetDisruptionBudget } from "../fleet";
import { letsNoneGo } from "./lets-none-go";
import type { Breach, Rule } from "./rule";

/** Budgets that let no pod go, however many run. */
export const disruptionBudgetZero: Rule = {
    id: "disruption-budget-zero",
    severity: "warning",
    impact: "high",
    tags: ["disruption"],
    title: "A disruption budget lets some pod go, however many there are.",
    why: "More replicas do not help: each node that has one of them holds its upgrade until someone deletes the budget.",
    source: "Kubernetes pkg/controller/disruption getExpectedScale; an eviction under maxUnavailable 0% tried on a cluster",
    *check({ scalers }: Fleet) {
        for (const { workload, jobs } of scalers) {
            // Of jobs no percentage lets any go: disruption-budget-floor says which bound does.
            if (jobs !== undefined) continue;
            for (const budget of workload?.disruptionBudgets ?? []) {
                if (letsNoneGo(budget)) yield breachOf(budget);
            }
        }
    },
};

function breachOf({ declared, boundPath: path }: FleetDisruptionBudget): Breach {
    const bound = valueAt(declared.object, path) ?? undefined;
    const what =
        bound === undefined
            ? "a budget without minAvailable and maxUnavailable"
            : `${String(path.at(-1))} ${showLeaf(bound)}`;
    return {
        declared,
        path,
        message: `${what} lets no pod go, however many run: no node that has one can be drained`,
        fix: 'use maxUnavailable "25%" or 1, which always lets one go',
    };
}
