import { qosClass } from "../capacity";
import { valueAt } from "../declared";
import type { Fleet, FleetScaler, FleetWorkload } from "../fleet";
import { known } from "../fleet";
import { containerLabel } from "./container-label";
import type { PodContainer } from "./containers-of";
import { runningContainers } from "./containers-of";
import { hasRequest } from "./has-request";
import { namespacesWithDefault } from "./limit-range-defaults";
import { needsRequest } from "./needs-request";
import type { Breach, Rule } from "./rule";

const RESOURCES = ["cpu", "memory"] as const;
type Resource = (typeof RESOURCES)[number];

/** Containers of which the scheduler does not know what they need. */
export const podRequests: Rule = {
    id: "pod-requests",
    severity: "warning",
    impact: "high",
    tags: ["capacity", "pods"],
    title: "Every container of an autoscaled pod requests CPU and memory.",
    why: "The scheduler packs what requests nothing onto nodes that are full, no node is added for it, and it is evicted first.",
    source: "kubernetes.io, node-pressure eviction and resource management; the class of a pod without requests tried on a cluster",
    *check(fleet: Fleet) {
        const defaults = {
            cpu: namespacesWithDefault(fleet, "cpu"),
            memory: namespacesWithDefault(fleet, "memory"),
        };
        for (const scaler of fleet.scalers) {
            const { workload } = scaler;
            if (workload === undefined) continue;
            const wanted = RESOURCES.filter(
                (resource) =>
                    !defaults[resource](workload.namespace) &&
                    !hasRequest(valueAt(workload.podSpec, ["resources"]), resource),
            );
            yield* checkPod(scaler, workload, wanted);
        }
    },
};

function* checkPod(
    scaler: FleetScaler,
    workload: FleetWorkload,
    wanted: readonly Resource[],
): Generator<Breach> {
    const { declared, podSpec, podSpecPath, intent } = workload;
    const containers = runningContainers(workload) ?? [];
    const isBestEffort = wanted.length === RESOURCES.length && qosClass(podSpec).qosClass === "BestEffort";
    if (containers.length === 0 || (isBestEffort && intent?.qosClass === "BestEffort")) return;
    if (isBestEffort) {
        yield {
            declared,
            path: [...podSpecPath, "containers"],
            message:
                "no container requests any CPU or memory: the pods are BestEffort, which a node that runs short evicts first",
            fix: "request the CPU and memory that one replica needs",
        };
        return;
    }
    for (const container of containers) {
        const absent = wanted.filter(
            (resource) =>
                !hasRequest(valueAt(container.container, ["resources"]), resource) &&
                !isMeasured(scaler, workload, container, resource),
        );
        if (absent.length === 0) continue;
        const label = containerLabel(container.name, Number(container.path.at(-1)));
        yield {
            declared,
            path: [...container.path, "resources", "requests"],
            message: `${label} requests no ${absent.join(" and no ")}, so the scheduler takes it for nothing`,
            fix: `request the ${absent.join(" and ")} that it needs`,
        };
    }
}

/** Whether the pool scales on what the container uses; resource-trigger-request speaks of its request then. */
function isMeasured(
    scaler: FleetScaler,
    workload: FleetWorkload,
    { name }: PodContainer,
    resource: Resource,
): boolean {
    return scaler.triggers.some(
        (trigger) =>
            trigger.scaler?.type === resource &&
            (known(trigger.container) ?? name) === name &&
            needsRequest(scaler, workload, trigger),
    );
}
