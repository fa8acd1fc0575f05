import { disruptionsAllowed } from "../capacity";
import { Unknown, formatPath, showLeaf, valueAt } from "../declared";
import type { Fleet, FleetDisruptionBudget, FleetScaler } from "../fleet";
import { known } from "../fleet";
import { letsNoneGo } from "./lets-none-go";
import type { Breach, Rule } from "./rule";

/** Budgets that hold every node drain for ever. */
export const disruptionBudgetFloor: Rule = {
    id: "disruption-budget-floor",
    severity: "warning",
    impact: "high",
    tags: ["disruption"],
    title: "At the floor, a node drain may still take a pod.",
    why: "A budget that allows nothing blocks node upgrades and consolidation until someone deletes it by hand.",
    source: "lightdash/helm-charts#146, gatekeeper-library#202; Kubernetes pkg/controller/disruption getExpectedScale; jobs tried on a cluster",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            for (const budget of scaler.workload?.disruptionBudgets ?? []) yield* checkBudget(scaler, budget);
        }
    },
};

function* checkBudget({ min, jobs }: FleetScaler, budget: FleetDisruptionBudget): Generator<Breach> {
    const { declared, spec, boundPath: path } = budget;
    const floor = known(min);
    // An empty pool has nothing to evict; what matters is its first pod.
    const replicas = Math.max(floor ?? 1, 1);
    const answer = disruptionsAllowed(spec, replicas);
    if ("message" in answer) {
        const place = ["spec", answer.member];
        yield { declared, path: place, severity: "error", message: answer.message, fix: answer.fix };
    } else if (jobs !== undefined && isCountedByScale(budget)) {
        yield {
            declared,
            path,
            message:
                "Kubernetes counts the pods of jobs for no maxUnavailable and no percentage: none of them may go, and no node that runs one can be drained",
            fix: "remove the budget, or keep a number of pods by minAvailable",
        };
    } else if (jobs === undefined && letsNoneGo(budget)) {
        // At any number of replicas: disruption-budget-zero says so.
        return;
    } else if (answer instanceof Unknown || floor === undefined) {
        yield {
            declared,
            path,
            severity: "note",
            isUnknown: true,
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
            message: `${keeps} keeps ${replicas === 1 ? "the only pod" : `all ${replicas} pods`} ${when}: no node can be drained`,
            fix:
                jobs === undefined
                    ? 'use maxUnavailable "25%" or 1, which always lets one go'
                    : "remove the budget: a job ends by itself, and is tried again where it was cut off",
        };
    }
}

/** Whether a budget asks how many pods there should be, which a Job, without a scale subresource, does not say. */
function isCountedByScale({ spec, boundPath }: FleetDisruptionBudget): boolean {
    const member = String(boundPath.at(-1));
    const bound = spec[member] ?? undefined;
    return member === "maxUnavailable" ? bound !== undefined : typeof bound === "string";
}
