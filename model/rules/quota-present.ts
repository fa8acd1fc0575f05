import { listed } from "../arguments";
import type { Declared } from "../declared";
import { valueAt } from "../declared";
import type { Fleet, FleetQuota, FleetWorkload } from "../fleet";
import { groupBy, quotaCounts } from "../fleet";
import { leafKey } from "./leaf-key";
import type { Rule } from "./rule";

/** What a quota should bound, each with the names under which it does. */
const WANTED: readonly (readonly string[])[] = [
    ["requests.cpu", "cpu"],
    ["requests.memory", "memory"],
    ["pods", "count/pods"],
];

/** Namespaces in which nothing bounds all pools together. */
export const quotaPresent: Rule = {
    id: "quota-present",
    severity: "warning",
    impact: "medium",
    tags: ["capacity", "cost"],
    from: "strict",
    title: "A namespace with pools has a quota for CPU, memory and pods.",
    why: "Each pool keeps to its own ceiling, and yet nothing stops a team from declaring the next one.",
    source: "Trivy KSV-0039 and KSV-0040, Kyverno add-ns-quota; Kubernetes 1.36 pkg/quota/v1/evaluator/core/pods.go",
    *check(fleet: Fleet) {
        const pools = poolsByNamespace(fleet);
        for (const [key, { declared, quotas }] of judgedNamespaces(fleet)) {
            const scaled = pools.get(key) ?? [];
            const missing = WANTED.filter((names) => !scaled.every((pool) => isBounded(pool, quotas, names)));
            if (missing.length === 0) continue;
            const names = listed(
                missing.map(([name = ""]) => name),
                "and",
            );
            yield {
                declared,
                path: quotas.length === 0 ? ["metadata", "name"] : ["spec", "hard"],
                message: `no quota bounds ${names} of the pools in this namespace`,
                fix: `declare a ResourceQuota with ${names}, enough for all ceilings and a rollout`,
            };
        }
    },
};

/** A namespace with the object to point at, and its quotas. */
interface JudgedNamespace {
    readonly declared: Declared;
    readonly quotas: FleetQuota[];
}

/**
 * The namespaces of which it is known what belongs to them: those that are declared here, or a quota for them. Of any
 * other, somebody else looks after the quota.
 */
function judgedNamespaces({ declared, quotas }: Fleet): ReadonlyMap<unknown, JudgedNamespace> {
    const found = new Map<unknown, JudgedNamespace>();
    for (const quota of quotas) {
        const key = leafKey(quota.namespace);
        const namespace = found.get(key) ?? { declared: quota.declared, quotas: [] };
        namespace.quotas.push(quota);
        found.set(key, namespace);
    }
    for (const object of declared) {
        if (object.type !== "kubernetes:core/v1:Namespace") continue;
        const key = leafKey(valueAt(object.object, ["metadata", "name"]));
        if (!found.has(key)) found.set(key, { declared: object, quotas: [] });
    }
    return found;
}

/** The workloads that something scales. */
function poolsByNamespace({ scalers }: Fleet): ReadonlyMap<unknown, readonly FleetWorkload[]> {
    const pools = scalers.flatMap(({ workload }) => workload ?? []);
    return groupBy(pools, ({ namespace }) => leafKey(namespace));
}

/** Whether some quota counts the pods of a pool under one of the names; what is not known may, and is noted elsewhere. */
function isBounded(
    { podSpec }: FleetWorkload,
    quotas: readonly FleetQuota[],
    names: readonly string[],
): boolean {
    return quotas.some(
        (quota) =>
            quotaCounts(quota, podSpec) !== false &&
            (quota.hard.isUnknown || names.some((name) => quota.hard.amounts.has(name))),
    );
}
