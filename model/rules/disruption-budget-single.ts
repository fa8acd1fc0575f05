import { sameLeaf, showLeaf } from "../declared";
import type { Fleet, FleetDisruptionBudget, FleetWorkload } from "../fleet";
import type { Breach, Rule } from "./rule";
import { scaledWorkloads } from "./scaled-workloads";

/** Pods that two budgets hold, so that nothing can evict them. */
export const disruptionBudgetSingle: Rule = {
    id: "disruption-budget-single",
    severity: "error",
    impact: "high",
    tags: ["disruption"],
    title: "One disruption budget at most selects a pod.",
    why: "The eviction API answers with a server error for such a pod, whatever both budgets allow, so no node that runs one can be drained.",
    source: "Kubernetes 1.36 pkg/registry/core/pod/storage EvictionREST, tried on a cluster",
    *check(fleet: Fleet) {
        for (const workload of scaledWorkloads(fleet)) {
            const budgets = differentBudgets(workload.disruptionBudgets);
            const last = budgets.at(-1);
            if (last !== undefined && budgets.length > 1) yield breachOf(workload, budgets, last);
        }
    },
};

/** Budgets in the order of their names: one that was declared twice, in two files for two clusters for instance, is one. */
function differentBudgets(budgets: readonly FleetDisruptionBudget[]): readonly FleetDisruptionBudget[] {
    return budgets
        .filter(({ name }, index) => budgets.findIndex((other) => sameLeaf(other.name, name)) === index)
        .map((budget) => ({ budget, name: nameOf(budget) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ budget }) => budget);
}

function breachOf(
    { kind, name }: FleetWorkload,
    budgets: readonly FleetDisruptionBudget[],
    { declared }: FleetDisruptionBudget,
): Breach {
    const names = budgets.map(nameOf);
    return {
        declared,
        path: ["spec", "selector"],
        message: `the budgets ${names.join(" and ")} select the pods of ${kind} ${showLeaf(name ?? "")}, and Kubernetes evicts no pod that more than one holds`,
        fix: "keep one of them for these pods",
    };
}

function nameOf({ name }: FleetDisruptionBudget): string {
    return showLeaf(name ?? "");
}
