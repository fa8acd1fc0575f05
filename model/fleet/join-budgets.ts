import type { FleetDisruptionBudget, FleetWorkload } from "./fleet-workload";
import { indexSelectors } from "./selector-index";

type UnjoinedWorkload = Omit<FleetWorkload, "disruptionBudgets">;

/** Joins workloads with the disruption budgets that hold their pods. */
export function joinBudgets(
    workloads: readonly UnjoinedWorkload[],
    budgets: readonly FleetDisruptionBudget[],
): FleetWorkload[] {
    const budgetsOf = indexSelectors(budgets);
    return workloads.map((workload) => ({
        ...workload,
        disruptionBudgets: budgetsOf(workload.namespace, workload.podLabels),
    }));
}
