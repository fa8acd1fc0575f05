import { formatUsd, poolCosts } from "../cost";
import type { Declared } from "../declared";
import { showLeaf } from "../declared";
import type { Fleet, FleetNodePool } from "../fleet";
import type { CloudBudgetKind } from "./cloud-budgets";
import { CLOUD_BUDGETS, tellsInTime } from "./cloud-budgets";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** Clouds in which nobody is told when the money runs out. */
export const costBudgetResource: Rule = {
    id: "cost-budget-resource",
    severity: "warning",
    impact: "medium",
    tags: ["cost"],
    from: "strict",
    title: "A program with node pools and priced pools declares a budget of their cloud that tells somebody.",
    why: "An estimate bounds what pools request; what else is bought shows on the bill, and nobody reads that before the month ends.",
    source: "pulumi-aws aws.budgets.Budget notifications; pulumi-gcp gcp.billing.Budget thresholdRules, allUpdatesRule",
    *check(fleet: Fleet) {
        const pools = poolCosts(fleet);
        if (!pools.some(({ budget, ceiling }) => budget !== undefined || ceiling !== undefined)) return;
        const most = pools.reduce((sum, { ceiling }) => sum + (ceiling?.usdPerMonth ?? 0), 0);
        for (const cloud of ["eks", "gke"] as const) {
            const nodePool = byName(fleet.nodePools.filter((each) => each.cloud === cloud))[0];
            if (nodePool !== undefined) yield* checkCloud(fleet, nodePool, CLOUD_BUDGETS[cloud], most);
        }
    },
};

function* checkCloud(
    { declared }: Fleet,
    nodePool: FleetNodePool,
    kind: CloudBudgetKind,
    most: number,
): Generator<Breach> {
    const budgets = declared.filter(({ type }) => type === kind.type);
    const answers = budgets.map((budget) => ({ budget, answer: tellsInTime(budget, kind) }));
    if (answers.some(({ answer }) => answer === "in time")) return;
    const unknown = answers.filter(({ answer }) => answer === "unknown");
    for (const { budget } of unknown) yield notChecked(budget, kind.alerts);
    if (unknown.length > 0) return;
    const cost = most === 0 ? "" : `, and the pools may cost ${formatUsd(most)} a month`;
    if (budgets.length === 0) {
        yield {
            declared: nodePool.declared,
            path: nodePool.max.path,
            message: `no ${kind.name} is declared beside the node pool${cost}`,
            fix: `declare one, and ${kind.fix}`,
        };
    }
    for (const budget of budgets) {
        yield {
            declared: budget,
            path: kind.alerts,
            message: `the ${kind.name} tells nobody before all of it is spent${cost}`,
            fix: kind.fix,
        };
    }
}

/** In an order that is not the program's. */
function byName(pools: readonly FleetNodePool[]): FleetNodePool[] {
    const name = ({ declared }: { readonly declared: Declared }): string =>
        showLeaf(declared.object.metadata["name"] ?? "");
    return [...pools].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}
