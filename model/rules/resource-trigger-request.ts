import type { Path } from "../declared";
import { Secret, Unknown, valueAt } from "../declared";
import type { Fleet, FleetTrigger, FleetWorkload } from "../fleet";
import { known } from "../fleet";
import type { Breach, Rule } from "./rule";

/** CPU or memory targets that have nothing to be measured against. */
export const resourceTriggerRequest: Rule = {
    id: "resource-trigger-request",
    severity: "error",
    title: "Every measured container requests the resource that the pool scales on.",
    why: "Utilisation is use divided by request; one container without a request and the HPA reads nothing at all.",
    source: "KEDA 2.20.2 verifyCPUMemoryScalers (skipped on a dry run); Kubernetes HPA: missing request for cpu",
    *check({ scalers }: Fleet) {
        for (const { workload, triggers } of scalers) {
            if (workload === undefined) continue;
            for (const trigger of triggers) {
                if (trigger.scaler?.wakesFromZero === false) yield* checkTrigger(workload, trigger);
            }
        }
    },
};

function* checkTrigger(workload: FleetWorkload, trigger: FleetTrigger): Generator<Breach> {
    const resource = trigger.scaler?.type ?? "";
    const only = known(trigger.container);
    const containers = containersOf(workload);
    if (containers === undefined) return;
    if (only !== undefined && !containers.some(({ name }) => name === only)) {
        yield {
            declared: workload.declared,
            path: [...workload.podSpecPath, "containers"],
            message: `the ${resource} trigger measures container ${JSON.stringify(only)}, and the pod has none of that name`,
            fix: `name one of ${containers.map(({ name }) => String(name)).join(", ")}`,
        };
    }
    for (const { name, path, container } of containers) {
        if (only !== undefined && name !== only) continue;
        const amounts = ["requests", "limits"].map((kind) =>
            valueAt(container, ["resources", kind, resource]),
        );
        if (amounts.some((amount) => amount !== undefined)) continue;
        yield {
            declared: workload.declared,
            path: [...path, "resources", "requests"],
            message: `container ${JSON.stringify(name)} requests no ${resource}, and the pool scales on ${resource}`,
            fix: `give it a ${resource} request`,
        };
    }
}

/** The pod's containers; `undefined` where the list is known only after apply. */
function containersOf(
    workload: FleetWorkload,
): { name: unknown; path: Path; container: unknown }[] | undefined {
    const list = workload.podSpec["containers"];
    if (list instanceof Unknown || list instanceof Secret || !Array.isArray(list)) return undefined;
    return list.map((container: unknown, index) => ({
        name: valueAt(container, ["name"]),
        path: [...workload.podSpecPath, "containers", index],
        container,
    }));
}
