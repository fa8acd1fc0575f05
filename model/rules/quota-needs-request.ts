import { showLeaf, valueAt } from "../declared";
import type { Fleet, FleetQuota, FleetWorkload } from "../fleet";
import { groupBy, quotaCounts } from "../fleet";
import { containerLabel } from "./container-label";
import { containersIn } from "./containers-of";
import { leafKey } from "./leaf-key";
import { namespacesWithDefault } from "./limit-range-defaults";
import { quotaResource } from "./quota-demand";
import type { Breach, Rule } from "./rule";

/** What a quota counts and therefore asks of each container. */
const ASKED: ReadonlySet<string> = new Set([
    "cpu",
    "memory",
    "requests.cpu",
    "requests.memory",
    "limits.cpu",
    "limits.memory",
]);

/** Pods that a quota of their namespace refuses, since they do not say how much they take. */
export const quotaNeedsRequest: Rule = {
    id: "quota-needs-request",
    severity: "error",
    impact: "high",
    tags: ["capacity", "pods"],
    title: "Where a quota counts CPU or memory, every container says how much it takes.",
    why: "The quota refuses each pod, the workload itself is accepted, and it stays at zero without an error in sight.",
    source: "Kubernetes 1.36 pkg/quota/v1/evaluator/core/pods.go Constraints, tried on a cluster with init containers and pods with resources of their own",
    *check(fleet: Fleet) {
        const isDefaulted = new Map([...ASKED].map((name) => [name, defaultsOf(fleet, name)] as const));
        const namespaces = new Set(
            fleet.declared
                .filter(({ type }) => type === "kubernetes:core/v1:Namespace")
                .map(({ object }) => leafKey(valueAt(object, ["metadata", "name"]))),
        );
        const workloadsOf = groupBy(fleet.workloads, ({ namespace }) => leafKey(namespace));
        for (const quota of fleet.quotas) {
            const key = leafKey(quota.namespace);
            const asked = [...quota.hard.amounts.keys()].filter(
                (name) => isDefaulted.get(name)?.(quota.namespace) === false,
            );
            if (asked.length === 0) continue;
            // Elsewhere a LimitRange may be there that fills in what is missing.
            const severity = namespaces.has(key) ? "error" : "warning";
            for (const workload of workloadsOf.get(key) ?? []) {
                for (const breach of checkPods(quota, workload, asked)) yield { ...breach, severity };
            }
        }
    },
};

function defaultsOf(fleet: Fleet, name: string) {
    const { of = "requests", resource = name } = quotaResource(name) ?? {};
    return namespacesWithDefault(fleet, resource, of === "limits" ? "limits" : "requests");
}

/** Pods with resources of their own are not asked for those of their containers. */
function* checkPods(quota: FleetQuota, workload: FleetWorkload, asked: readonly string[]): Generator<Breach> {
    const { declared, podSpec } = workload;
    if ((podSpec["resources"] ?? undefined) !== undefined || quotaCounts(quota, podSpec) !== true) return;
    for (const list of ["initContainers", "containers"] as const) {
        for (const { name, path, container } of containersIn(workload, list) ?? []) {
            const missing = asked.filter((each) => !isStated(container, each));
            if (missing.length === 0) continue;
            yield {
                declared,
                path: [...path, "resources"],
                message: `${containerLabel(name, Number(path.at(-1)))} states no ${missing.join(" and no ")}, and ResourceQuota ${showLeaf(quota.name ?? "")} refuses every pod for that`,
                fix: `give it ${missing.map(placeOf).join(" and ")}, or the namespace a LimitRange with defaults`,
            };
        }
    }
}

/** Any amount will do, also 0 and one that is not known yet; a limit is the request where there is none. */
function isStated(container: unknown, name: string): boolean {
    const { of, resource } = quotaResource(name) ?? { of: "requests", resource: name };
    const lists = of === "limits" ? ["limits"] : ["requests", "limits"];
    return lists.some(
        (list) => (valueAt(container, ["resources", list, resource]) ?? undefined) !== undefined,
    );
}

function placeOf(name: string): string {
    const { of, resource } = quotaResource(name) ?? { of: "requests", resource: name };
    return `resources.${of}.${resource}`;
}
