import { sameLeaf, showLeaf } from "../declared";
import type { Fleet, FleetDisruptionBudget, FleetWorkload } from "../fleet";
import { isSelectorHidden } from "./is-selector-hidden";
import { leafKey } from "./leaf-key";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";
import { scaledWorkloads } from "./scaled-workloads";

const SELECTOR = ["spec", "selector"];

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
        const held = new Map<unknown, FleetDisruptionBudget[]>();
        for (const workload of scaledWorkloads(fleet)) {
            const budgets = differentBudgets(workload.disruptionBudgets);
            const last = budgets.at(-1);
            if (last === undefined) continue;
            if (budgets.length > 1) yield breachOf(workload, budgets, last);
            addDifferent(held, last);
        }
        // A pod without a certain budget is left to disruption-budget-missing.
        for (const budget of fleet.disruptionBudgets.filter(isSelectorHidden)) {
            const others = held.get(leafKey(budget.namespace)) ?? [];
            if (others.some((other) => isAnother(budget, other))) yield notChecked(budget.declared, SELECTOR);
        }
    },
};

/** Keeps two budgets of each namespace that have different names: any third has another name than one of them. */
function addDifferent(held: Map<unknown, FleetDisruptionBudget[]>, budget: FleetDisruptionBudget): void {
    const key = leafKey(budget.namespace);
    const [first, second] = held.get(key) ?? [];
    if (first === undefined) held.set(key, [budget]);
    else if (second === undefined && !sameLeaf(first.name, budget.name)) held.set(key, [first, budget]);
}

/** Whether a budget whose selector is not known may hold the pods of this one too. */
function isAnother(hidden: FleetDisruptionBudget, budget: FleetDisruptionBudget): boolean {
    return sameLeaf(hidden.namespace, budget.namespace) && !sameLeaf(hidden.name, budget.name);
}

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
        path: SELECTOR,
        message: `the budgets ${names.join(" and ")} select the pods of ${kind} ${showLeaf(name ?? "")}, and Kubernetes evicts no pod that more than one holds`,
        fix: "keep one of them for these pods",
    };
}

function nameOf({ name }: FleetDisruptionBudget): string {
    return showLeaf(name ?? "");
}
