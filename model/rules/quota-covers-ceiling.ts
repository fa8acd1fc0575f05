import type { Quantity } from "../capacity";
import { showLeaf } from "../declared";
import type { Fleet, FleetQuota } from "../fleet";
import { isUnknown, known } from "../fleet";
import { leafKey } from "./leaf-key";
import { notChecked } from "./not-checked";
import type { QuotaPods, QuotaResource, QuotaShare } from "./quota-demand";
import { demandOf, formatAmount, podsByNamespace, quotaResource, sharesOf, surgeOf } from "./quota-demand";
import type { Breach, Rule } from "./rule";

/** Most pools that a message names. */
const MOST_NAMED = 3;

/** Quotas below what the pools of their namespace may grow to. */
export const quotaCoversCeiling: Rule = {
    id: "quota-covers-ceiling",
    severity: "warning",
    impact: "high",
    tags: ["capacity", "bounds"],
    title: "A quota leaves room for the pools of its namespace at their ceilings, and for a rollout.",
    why: "The quota refuses pods silently: the autoscaler asks for more and more, and a rollout goes on with fewer, or not at all.",
    source: "Kubernetes 1.36 pkg/quota/v1/evaluator/core/pods.go, sums tried on a cluster; veryfront#168, #188, LLMKube#1334",
    *check(fleet: Fleet) {
        const pods = podsByNamespace(fleet);
        for (const quota of fleet.quotas) yield* checkQuota(quota, pods.get(leafKey(quota.namespace)) ?? []);
    },
};

function* checkQuota(quota: FleetQuota, pods: readonly QuotaPods[]): Generator<Breach> {
    const { declared, hard, scopes, unknownScopes } = quota;
    // What nothing counts against is not worth a note.
    if (pods.length === 0) return;
    const hidden = scopes.flatMap(({ name, operator, values }) => [name, operator, values]).find(isUnknown);
    const path = hard.isUnknown ? hard.path : (unknownScopes ?? hidden?.path);
    if (path !== undefined) yield notChecked(declared, path);
    for (const [name, amount] of hard.amounts) {
        const counted = quotaResource(name);
        if (counted === undefined) continue;
        if (isUnknown(amount)) yield notChecked(declared, amount.path);
        const limit = known(amount);
        if (limit === undefined) continue;
        const shares = sharesOf(quota, counted, pods);
        if (demandOf(shares).compare(limit) <= 0) continue;
        yield { declared, path: amount.path, ...judge(name, counted, limit, shares) };
    }
}

type Judgement = Pick<Breach, "message" | "fix" | "severity">;

function judge(
    name: string,
    counted: QuotaResource,
    limit: Quantity,
    shares: readonly QuotaShare[],
): Judgement {
    const allows = `the quota has ${formatAmount(counted, limit)}`;
    const shut = shares.find(({ each }) => each.compare(limit) > 0);
    if (shut !== undefined) {
        return {
            severity: "error",
            message: `one pod of ${nameOf(shut)} takes ${formatAmount(counted, shut.each)} of ${name}, and ${allows}, so none ever starts`,
            fix: `raise ${name} to ${demandOf(shares).toString()} or more`,
        };
    }
    const largest = [...shares].sort((a, b) => demandOf([b]).compare(demandOf([a])));
    const named = largest.slice(0, MOST_NAMED).map((share) => describe(counted, share));
    const others = shares.length - named.length;
    const rest = others > 0 ? [`${others} more`] : [];
    return {
        message: `at the ceilings ${name} comes to ${formatAmount(counted, demandOf(shares))}, and ${allows}: ${[...named, ...rest].join("; ")}`,
        fix: `raise ${name} to ${demandOf(shares).toString()} or more${lowered(limit, largest)}`,
    };
}

function nameOf({ workload }: QuotaShare): string {
    return showLeaf(workload.name ?? workload.kind);
}

function describe(counted: QuotaResource, share: QuotaShare): string {
    const { pods, surge, each } = share;
    const size = counted.of === "pods" ? "" : ` of ${formatAmount(counted, each)} each`;
    const rollout = surge === 0 ? "" : ` and ${surge} more in a rollout`;
    return `${nameOf(share)} ${pods}${rollout}${size}`;
}

/** The ceiling of the largest pool with which all of them fit; nothing where it would leave none of its pods. */
function lowered(limit: Quantity, [first, ...others]: readonly QuotaShare[]): string {
    if (first?.scaler === undefined || first.scaler.jobs !== undefined) return "";
    const fits = (pods: number): boolean =>
        demandOf([{ ...first, pods, surge: surgeOf(first.workload, pods) }, ...others]).compare(limit) <= 0;
    let [fitting, tooMany] = [0, first.pods];
    while (tooMany - fitting > 1) {
        const middle = Math.floor((fitting + tooMany) / 2);
        if (fits(middle)) fitting = middle;
        else tooMany = middle;
    }
    if (fitting === 0) return "";
    return `, or lower the ceiling of ${nameOf(first)} to ${fitting}`;
}
