import type { Path } from "../declared";
import { valueAt } from "../declared";
import type { Fleet, FleetDisruptionBudget, FleetScaler, FleetWorkload } from "../fleet";
import { known, maySelect } from "../fleet";
import { isHidden } from "./containers-of";
import type { Breach, Rule } from "./rule";
import { servingPools } from "./serving-pools";

/** Pools whose replicas may all be evicted at once. */
export const disruptionBudgetMissing: Rule = {
    id: "disruption-budget-missing",
    severity: "warning",
    impact: "medium",
    tags: ["disruption"],
    from: "standard",
    title: "A pool that answers requests, or never has fewer than two replicas, has a disruption budget.",
    why: "Without one an upgrade evicts every replica of the nodes that it drains at the same time, and nobody answers.",
    source: "kubernetes.io, disruptions; kube-score and Kyverno ask for one too",
    *check(fleet: Fleet) {
        const serving = servingPools(fleet);
        for (const scaler of fleet.scalers) {
            const { workload, jobs, min, max } = scaler;
            const [floor = 0, ceiling = 0] = [known(min), known(max)];
            // Bounds that are not known are noted by scale-bounds, a pod of which nothing is known by container-image.
            if (workload === undefined || jobs !== undefined || ceiling < 2) continue;
            if (workload.disruptionBudgets.length > 0) continue;
            const isServing = serving.has(scaler);
            if (isServing || floor >= 2) yield breachOf(fleet, scaler, workload, isServing);
        }
    },
};

function breachOf(
    { disruptionBudgets }: Fleet,
    { min, max }: FleetScaler,
    workload: FleetWorkload,
    isServing: boolean,
): Breach {
    const { declared, podSpecPath } = workload;
    const place = { declared, path: [...podSpecPath.slice(0, -1), "metadata", "labels"] };
    const possible = disruptionBudgets.find((budget) => mayHold(budget, workload, place.path));
    if (possible !== undefined) {
        return {
            ...place,
            severity: "note",
            isUnknown: true,
            message:
                "labels are known only after apply, so whether a disruption budget holds the pods is not checked",
            fix: "give the labels of the pods and of the budget's selector as plain text",
        };
    }
    const who = isServing
        ? `up to ${known(max)} replicas answer requests`
        : `the pool keeps ${known(min)} replicas`;
    return {
        ...place,
        message: `${who}, and no disruption budget holds them: node drains may evict all of them at once`,
        fix: "declare a PodDisruptionBudget with maxUnavailable 1 that selects these pods",
    };
}

/** Whether a budget could hold the pods, once all names and labels are known. */
function mayHold(
    { declared, namespace, selector }: FleetDisruptionBudget,
    workload: FleetWorkload,
    labelsPath: Path,
): boolean {
    const isElsewhere =
        !isHidden(namespace) && !isHidden(workload.namespace) && namespace !== workload.namespace;
    if (isElsewhere) return false;
    const isOpen = [
        valueAt(declared.object, ["spec", "selector", "matchLabels"]),
        valueAt(declared.object, ["spec", "selector", "matchExpressions"]),
        valueAt(workload.declared.object, labelsPath),
    ].some(isHidden);
    return isOpen || (selector !== undefined && maySelect(selector, workload.podLabels));
}
