import { valueAt, isHidden } from "../declared";
import type { Fleet, FleetDisruptionBudget } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";
import { scaledWorkloads } from "./scaled-workloads";

const WANTED = "AlwaysAllow";
const DEFAULT = "IfHealthyBudget";

/** Budgets that protect pods which do not work. */
export const disruptionBudgetUnhealthy: Rule = {
    id: "disruption-budget-unhealthy",
    severity: "warning",
    impact: "low",
    tags: ["disruption"],
    from: "standard",
    title: "A disruption budget does not protect pods that are not ready.",
    why: "A pool whose pods crash is below its budget, so none of them may go, and the node upgrade waits for a working release.",
    source: "kubernetes.io, disruption budgets, unhealthyPodEvictionPolicy; its values tried on a cluster",
    *check(fleet: Fleet) {
        for (const { disruptionBudgets } of scaledWorkloads(fleet)) {
            for (const budget of disruptionBudgets) yield* checkBudget(budget);
        }
    },
};

function* checkBudget({ declared, spec }: FleetDisruptionBudget): Generator<Breach> {
    const path = ["spec", "unhealthyPodEvictionPolicy"];
    const policy = valueAt(spec, ["unhealthyPodEvictionPolicy"]) ?? undefined;
    const fix = `set unhealthyPodEvictionPolicy to ${WANTED}`;
    if (isHidden(policy)) {
        yield notChecked(declared, path);
    } else if (policy === undefined || policy === DEFAULT) {
        const which = policy === undefined ? `${DEFAULT}, Kubernetes' default` : DEFAULT;
        const message = `the policy for pods that are not ready is ${which}: where more pods crash than the budget lets go, their nodes cannot be drained`;
        yield { declared, path, message, fix };
    } else if (policy !== WANTED) {
        const message = `unhealthyPodEvictionPolicy is ${JSON.stringify(policy).slice(0, 40)}, which the API server refuses`;
        yield { declared, path, severity: "error", message, fix };
    }
}
