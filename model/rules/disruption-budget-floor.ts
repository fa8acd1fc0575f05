import { disruptionsAllowed } from "../capacity";
import { Unknown, formatPath, showLeaf } from "../declared";
import type { Fleet } from "../fleet";
import { budgetsOf, known } from "../fleet";
import type { Rule } from "./rule";

/** Budgets that hold every node drain for ever. */
export const disruptionBudgetFloor: Rule = {
    id: "disruption-budget-floor",
    severity: "warning",
    title: "At the floor, a node drain may still take a pod.",
    why: "A budget that allows nothing blocks node upgrades and consolidation until someone deletes it by hand.",
    source: "lightdash/helm-charts#146, gatekeeper-library#202; Kubernetes pkg/controller/disruption",
    *check(fleet: Fleet) {
        for (const { workload, min } of fleet.scalers) {
            if (workload === undefined) continue;
            const floor = known(min);
            for (const budget of budgetsOf(fleet, workload)) {
                const path = budget.boundPath;
                const bound = budget.spec[String(path.at(-1))];
                if (floor === undefined || bound instanceof Unknown) {
                    yield {
                        declared: budget.declared,
                        path,
                        severity: "note",
                        message: `${formatPath(path)} or the floor is known only after apply, so they are not compared`,
                        fix: "give plain numbers",
                    };
                    continue;
                }
                // An empty pool has nothing to evict; what matters is its first pod.
                const replicas = Math.max(floor, 1);
                const answer = disruptionsAllowed(budget.spec, replicas);
                if (answer instanceof Unknown) continue;
                if ("message" in answer) {
                    yield {
                        declared: budget.declared,
                        path: ["spec", answer.member],
                        severity: "error",
                        message: answer.message,
                        fix: answer.fix,
                    };
                } else if (answer.allowed === 0) {
                    yield {
                        declared: budget.declared,
                        path,
                        message: `${String(path.at(-1))} ${showLeaf(bound)} keeps all ${replicas} of ${replicas} at the floor: no node can be drained`,
                        fix: 'use maxUnavailable "25%" or 1, which always lets one go',
                    };
                }
            }
        }
    },
};
