import type { Fleet, FleetNodes, FleetWorkload, NodeTaint } from "../fleet";
import { keptOffBy, landsOn } from "../fleet";
import { nodesName } from "./bound-pools";
import type { Breach, Rule } from "./rule";

/** Pods that ask for nodes whose taints keep them away. */
export const nodePoolTolerated: Rule = {
    id: "node-pool-tolerated",
    severity: "warning",
    impact: "high",
    tags: ["capacity", "pods"],
    title: "Pods that ask for the nodes of a node pool by label tolerate its taints.",
    why: "Every pod stays Pending for ever: the nodes that it may run on refuse it, and none is added for it.",
    source: "Kubernetes, taints and tolerations: a label draws pods, a taint repels all that do not tolerate it; k8s.io/api core/v1 Toleration.ToleratesTaint",
    *check({ workloads, nodes }: Fleet) {
        for (const workload of workloads) yield* checkWorkload(workload, nodes);
    },
};

/** What is not known of labels, taints and tolerations is noted by capacity-pool-fits. */
function* checkWorkload(workload: FleetWorkload, groups: readonly FleetNodes[]): Generator<Breach> {
    if (groups.some((nodes) => landsOn(workload, nodes) !== false)) return;
    const refusing = groups
        .map((nodes) => ({ name: nodesName(nodes), taints: keptOffBy(workload, nodes).map(formatTaint) }))
        .filter(({ taints }) => taints.length > 0)
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    const [first] = refusing;
    if (first === undefined) return;
    const named = refusing.map(({ name, taints }) => `${name} (${taints.join(", ")})`);
    yield {
        declared: workload.declared,
        path: [...workload.podSpecPath, "tolerations"],
        message: `the pods ask by label for nodes of ${named.join(" and ")}, and do not tolerate ${isOne(refusing) ? "that taint" : "those taints"}, so that none of these nodes takes them`,
        fix: `tolerate ${first.taints.join(" and ")}, or give the profile that ${first.name} was made with as placement.nodePool`,
    };
}

function isOne(refusing: readonly { readonly taints: readonly string[] }[]): boolean {
    return refusing.flatMap(({ taints }) => taints).length === 1;
}

/** A taint as kubectl writes it. */
function formatTaint({ key, value, effect }: NodeTaint): string {
    return `${key}${value === "" ? "" : `=${value}`}:${effect}`;
}
