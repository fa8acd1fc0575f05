import { valueAt } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import { known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";
import { scaledWorkloads } from "./scaled-workloads";

const NAME = "metrics-server";
/** Labels by which its manifest and its chart name it. */
const LABELS = ["k8s-app", "app.kubernetes.io/name"];

/** The one source of CPU and memory of all autoscalers, with nothing to take over from it. */
export const metricsServerSingle: Rule = {
    id: "metrics-server-single",
    severity: "warning",
    impact: "low",
    tags: ["signal", "disruption"],
    from: "strict",
    title: "A declared metrics-server runs with more than one replica.",
    why: "While its only pod restarts, no autoscaler reads CPU or memory, and pools stay as large as they are.",
    source: "mitodl/ol-infrastructure 5c1bdd574: its single pod restarted, and every HPA stayed at its ceiling",
    *check(fleet: Fleet) {
        const scaled = scaledWorkloads(fleet);
        for (const workload of fleet.workloads) {
            if (workload.kind !== "Deployment" || scaled.has(workload) || !isMetricsServer(workload))
                continue;
            const { declared, replicas } = workload;
            if (replicas.value !== undefined && known(replicas) === undefined) {
                yield notChecked(declared, replicas.path);
            }
            // Kubernetes runs one where none is written.
            else if ((known(replicas) ?? 1) === 1) {
                yield {
                    declared,
                    path: replicas.path,
                    message:
                        "metrics-server has one replica, and every autoscaler on CPU or memory depends on it",
                    fix: "set spec.replicas to 2, with an anti-affinity by host",
                };
            }
        }
    },
};

function isMetricsServer({ declared, name }: FleetWorkload): boolean {
    return (
        name === NAME ||
        LABELS.some((label) => valueAt(declared.object, ["metadata", "labels", label]) === NAME)
    );
}
