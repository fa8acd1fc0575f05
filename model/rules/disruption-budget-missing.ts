import type { Path } from "../declared";
import { valueAt, isHidden } from "../declared";
import type { Fleet, FleetDisruptionBudget, FleetWorkload } from "../fleet";
import { isBalloon, known, maySelect } from "../fleet";
import { isSelectorHidden } from "./is-selector-hidden";
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
        const open = fleet.disruptionBudgets.filter(isOpen);
        for (const scaler of fleet.scalers) {
            const { workload, jobs, min, max, idle } = scaler;
            const floor = known(idle) === 0 ? 0 : (known(min) ?? 0);
            // Bounds that are not known are noted by scale-bounds, a pod of which nothing is known by container-image.
            if (workload === undefined || jobs !== undefined || (known(max) ?? 0) < 2) continue;
            // Placeholders are there to be taken away.
            if (workload.disruptionBudgets.length > 0 || isBalloon(workload)) continue;
            if (!serving.has(scaler) && floor < 2) continue;
            const who = serving.has(scaler)
                ? `up to ${known(max)} replicas answer requests`
                : `the pool keeps ${floor} replicas`;
            const path = [...workload.podSpecPath.slice(0, -1), "metadata", "labels"];
            const areLabelsOpen =
                isHidden(valueAt(workload.declared.object, path)) || anyHidden(workload.podLabels);
            const candidates = areLabelsOpen ? fleet.disruptionBudgets : open;
            const mayBeHeld = candidates.some((budget) => mayHold(budget, workload, path));
            yield mayBeHeld ? notKnown(workload, path) : breachOf(workload, path, who);
        }
    },
};

function breachOf({ declared }: FleetWorkload, path: Path, who: string): Breach {
    return {
        declared,
        path,
        message: `${who}, and no disruption budget holds them: node drains may evict all of them at once`,
        fix: "declare a PodDisruptionBudget with maxUnavailable 1 that selects these pods",
    };
}

function notKnown({ declared }: FleetWorkload, path: Path): Breach {
    return {
        declared,
        path,
        severity: "note",
        isUnknown: true,
        message:
            "labels are known only after apply, so whether a disruption budget holds the pods is not checked",
        fix: "give the labels of the pods and of the budget's selector as plain text",
    };
}

/** Whether some of what decides which pods a budget holds is known only after apply. */
function isOpen(budget: FleetDisruptionBudget): boolean {
    const { matchLabels = {}, matchExpressions = [] } = budget.selector ?? {};
    return (
        isHidden(budget.namespace) ||
        isSelectorHidden(budget) ||
        anyHidden(matchLabels) ||
        matchExpressions.some(({ values }) => values.some(isHidden))
    );
}

/** Whether a budget could hold the pods, once all names and labels are known. */
function mayHold(budget: FleetDisruptionBudget, workload: FleetWorkload, labelsPath: Path): boolean {
    const { namespace, selector } = budget;
    const isElsewhere =
        !isHidden(namespace) && !isHidden(workload.namespace) && namespace !== workload.namespace;
    if (isElsewhere) return false;
    if (isSelectorHidden(budget)) return true;
    if (selector === undefined) return false;
    return isHidden(valueAt(workload.declared.object, labelsPath)) || maySelect(selector, workload.podLabels);
}

function anyHidden(labels: Readonly<Record<string, unknown>>): boolean {
    return Object.values(labels).some(isHidden);
}
