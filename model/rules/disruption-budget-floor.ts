import { disruptionsAllowed } from "../capacity";
import { Unknown, formatPath, showLeaf, valueAt } from "../declared";
import type { Fleet, FleetDisruptionBudget, FleetScaler } from "../fleet";
import { known } from "../fleet";
import type { Breach, Rule } from "./rule";

/** Budgets that hold every node drain for ever. */
export const disruptionBudgetFloor: Rule = {
    id: "disruption-budget-floor",
    severity: "warning",
    title: "At the floor, a node drain may still take a pod.",
    why: "A budget that allows nothing blocks node upgrades and consolidation until someone deletes it by hand.",
    source: "lightdash/helm-charts#146, gatekeeper-library#202; Kubernetes pkg/controller/disruption",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            for (const budget of scaler.workload?.disruptionBudgets ?? []) yield* checkBudget(scaler, budget);
        }
    },
};

function* checkBudget({ min }: FleetScaler, budget: FleetDisruptionBudget): Generator<Breach> {
    const { declared, spec, boundPath: path } = budget;
    const floor = known(min);
    // An empty pool has nothing to evict; what matters is its first pod.
    const replicas = Math.max(floor ?? 1, 1);
    const answer = disruptionsAllowed(spec, replicas);
    if ("message" in answer) {
        const place = ["spec", answer.member];
        yield { declared, path: place, severity: "error", message: answer.message, fix: answer.fix };
    } else if (answer instanceof Unknown || floor === undefined) {
        yield {
            declared,
            path,
            severity: "note",
            message: `${formatPath(path)} or the floor is known only after apply, so they are not compared`,
            fix: "give plain numbers",
        };
    } else if (answer.allowed === 0) {
        const bound = valueAt(declared.object, path);
        const keeps =
            bound === undefined
                ? "a budget without minAvailable and maxUnavailable"
                : `${String(path.at(-1))} ${showLeaf(bound)}`;
        const when = floor === 0 ? "when one runs" : "at the floor";
        yield {
            declared,
            path,
            message: `${keeps} keeps all ${replicas} of ${replicas} ${when}: no node can be drained`,
            fix: 'use maxUnavailable "25%" or 1, which always lets one go',
        };
    }
}
