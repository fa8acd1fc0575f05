import { Secret, Unknown, sameLeaf } from "../declared";
import type { FleetDisruptionBudget, FleetWorkload } from "./fleet";
import { selects } from "./label-selector";

type UnjoinedWorkload = Omit<FleetWorkload, "disruptionBudgets">;

/**
 * Joins workloads with the disruption budgets that hold their pods. Each budget is looked up under the rarest of
 * its labels only, so that thousands of both stay fast although all share some.
 */
export function joinBudgets(
    workloads: readonly UnjoinedWorkload[],
    budgets: readonly FleetDisruptionBudget[],
): FleetWorkload[] {
    const numbers = new Map<unknown, number>();
    const byLabel = indexByRarestLabel(budgets, numbers);
    return workloads.map((workload) => {
        const { namespace, podLabels } = workload;
        const keys = [leafKey(namespace, numbers), ...labelKeys(namespace, podLabels, numbers)];
        const disruptionBudgets = keys
            .flatMap((key) => byLabel.get(key) ?? [])
            .filter(
                (budget) =>
                    sameLeaf(budget.namespace, namespace) &&
                    budget.selector !== undefined &&
                    selects(budget.selector, podLabels),
            );
        return { ...workload, disruptionBudgets };
    });
}

/** Budgets by the label that fewest of them share; those without one by their namespace alone. */
function indexByRarestLabel(
    budgets: readonly FleetDisruptionBudget[],
    numbers: Map<unknown, number>,
): ReadonlyMap<string, readonly FleetDisruptionBudget[]> {
    const keysOf = budgets.map(({ namespace, selector }) =>
        labelKeys(namespace, selector?.matchLabels ?? {}, numbers),
    );
    const counts = new Map<string, number>();
    for (const key of keysOf.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
    const index = new Map<string, FleetDisruptionBudget[]>();
    for (const [position, budget] of budgets.entries()) {
        const [first = leafKey(budget.namespace, numbers), ...others] = keysOf[position] ?? [];
        const rarest = others.reduce(
            (best, key) => ((counts.get(key) ?? 0) < (counts.get(best) ?? 0) ? key : best),
            first,
        );
        const found = index.get(rarest);
        if (found === undefined) index.set(rarest, [budget]);
        else found.push(budget);
    }
    return index;
}

function labelKeys(
    namespace: unknown,
    labels: Readonly<Record<string, unknown>>,
    numbers: Map<unknown, number>,
): string[] {
    return Object.entries(labels).map(([key, value]) =>
        [leafKey(namespace, numbers), key, leafKey(value, numbers)].join("\0"),
    );
}

/** One text for one value; what is not known has a number by its identity, given when it is first met. */
function leafKey(leaf: unknown, numbers: Map<unknown, number>): string {
    if (!(leaf instanceof Unknown || leaf instanceof Secret)) {
        return typeof leaf === "string" ? `=${leaf}` : typeof leaf;
    }
    const number = numbers.get(leaf.identity) ?? numbers.size;
    numbers.set(leaf.identity, number);
    return `?${number}`;
}
