import { valueAt, isHidden } from "../declared";
import type { Fleet } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";
import { scaledWorkloads } from "./scaled-workloads";

/** Where the cluster's own parts run. */
const SYSTEM_NAMESPACE = "kube-system";

/** Pods that push the cluster's own parts aside. */
export const podPrioritySystem: Rule = {
    id: "pod-priority-system",
    severity: "warning",
    impact: "high",
    tags: ["pods"],
    title: "Autoscaled pods do not have a priority of the cluster's own parts.",
    why: "A burst of them evicts everything else, and leaves no room for DNS, the network or the autoscaler itself to start.",
    source: "kubernetes.io, guaranteed scheduling for critical add-on pods; accepted in any namespace when tried on a cluster",
    *check(fleet: Fleet) {
        for (const { declared, namespace, podSpec, podSpecPath } of scaledWorkloads(fleet)) {
            const path = [...podSpecPath, "priorityClassName"];
            const name = valueAt(podSpec, ["priorityClassName"]);
            if (isHidden(name)) yield notChecked(declared, path);
            if (typeof name !== "string" || !name.startsWith("system-")) continue;
            if (namespace === SYSTEM_NAMESPACE) continue;
            yield {
                declared,
                path,
                message: `the pods have the priority ${name.slice(0, 80)}, by which they evict all work that is not the cluster's own`,
                fix: "name a PriorityClass of your own",
            };
        }
    },
};
