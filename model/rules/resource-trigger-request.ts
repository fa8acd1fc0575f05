import { valueAt, isHidden } from "../declared";
import type { Fleet, FleetScaler, FleetTrigger } from "../fleet";
import { isUnknown, known } from "../fleet";
import { containerLabel } from "./container-label";
import { runningContainers } from "./containers-of";
import { hasRequest } from "./has-request";
import { namespacesWithDefault } from "./limit-range-defaults";
import { needsRequest } from "./needs-request";
import { notChecked } from "./not-checked";
import { oneOfNames } from "./one-of-names";
import type { Breach, Rule } from "./rule";

/** CPU or memory targets that have nothing to be measured against. */
export const resourceTriggerRequest: Rule = {
    id: "resource-trigger-request",
    severity: "error",
    impact: "high",
    tags: ["signal"],
    title: "Every measured container requests the resource that the pool scales on.",
    why: "Utilisation is use divided by request; one container without a request and the HPA reads nothing at all.",
    source: "KEDA 2.20.2 verifyCPUMemoryScalers (skipped on a dry run); Kubernetes 1.36 podautoscaler calculateRequests",
    *check(fleet: Fleet) {
        const defaults = {
            cpu: namespacesWithDefault(fleet, "cpu"),
            memory: namespacesWithDefault(fleet, "memory"),
        };
        for (const scaler of fleet.scalers) {
            // Nothing is measured for jobs: those triggers are refused by job-triggers.
            if (scaler.jobs !== undefined) continue;
            for (const trigger of scaler.triggers) {
                const resource = trigger.scaler?.type;
                if (resource !== "cpu" && resource !== "memory") continue;
                const hasDefault = defaults[resource](scaler.namespace);
                yield* checkTrigger(scaler, trigger, resource, hasDefault);
            }
        }
    },
};

function* checkTrigger(
    scaler: FleetScaler,
    trigger: FleetTrigger,
    resource: "cpu" | "memory",
    hasDefault: boolean,
): Generator<Breach> {
    const { workload } = scaler;
    // A pod of which nothing is known is noted by container-image.
    if (workload === undefined || workload.isPodSpecUnknown) return;
    if (isUnknown(trigger.container)) {
        yield notChecked(scaler.declared, trigger.container.path);
        return;
    }
    const only = known(trigger.container);
    const containers = runningContainers(workload);
    if (containers === undefined) return;
    const measured = containers.filter(({ name }) => only === undefined || name === only);
    if (measured.length === 0 && containers.length > 0 && containers.every(({ name }) => !isHidden(name))) {
        yield {
            declared: scaler.declared,
            path: trigger.container.path,
            message: `the ${resource} trigger measures container ${JSON.stringify(only)}, and the pod has none of that name`,
            fix: `name ${oneOfNames(containers.map(({ name }) => String(name)))}`,
        };
    }
    if (hasDefault || !needsRequest(scaler, workload, trigger)) return;
    for (const { name, path, container } of measured) {
        if (hasRequest(valueAt(container, ["resources"]), resource)) continue;
        yield {
            declared: workload.declared,
            path: [...path, "resources", "requests"],
            message: `${containerLabel(name, Number(path.at(-1)))} requests no ${resource}, and the pool scales on ${resource}`,
            fix: `give it a ${resource} request`,
        };
    }
}
