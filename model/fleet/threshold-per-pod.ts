import { Quantity, parseNonNegativeQuantity } from "../capacity";
import { valueAt } from "../declared";
import { known } from "./field";
import type { FleetScaler, FleetTrigger } from "./fleet-scaler";

/**
 * The use of CPU or memory of one pod above which a trigger asks for more: a share of what the measured containers
 * request, or the amount itself. `undefined` where it is not known.
 */
export function thresholdPerPod(
    { workload }: Pick<FleetScaler, "workload">,
    trigger: FleetTrigger,
): Quantity | undefined {
    const resource = trigger.scaler?.type;
    if (resource !== "cpu" && resource !== "memory") return undefined;
    if (trigger.effectiveMetricType !== "Utilization") {
        const amount = parseNonNegativeQuantity(trigger.metadata["value"]);
        return amount instanceof Quantity ? amount : undefined;
    }
    const percent = known(trigger.target);
    const request = measuredRequest(workload?.podSpec, known(trigger.container), resource);
    return percent === undefined || request === undefined
        ? undefined
        : new Quantity((request.nanos * BigInt(Math.round(percent))) / 100n, request.format);
}

/** The sum of what the measured containers request, sidecars too; `undefined` where it is not known. */
function measuredRequest(
    podSpec: Readonly<Record<string, unknown>> | undefined,
    only: string | undefined,
    resource: string,
): Quantity | undefined {
    const containers = podSpec?.["containers"];
    if (!Array.isArray(containers)) return undefined;
    const first = podSpec?.["initContainers"];
    const sidecars = (Array.isArray(first) ? (first as unknown[]) : []).filter(
        (container) => valueAt(container, ["restartPolicy"]) === "Always",
    );
    const measured = [...(containers as unknown[]), ...sidecars].filter(
        (container) => only === undefined || valueAt(container, ["name"]) === only,
    );
    let sum = Quantity.ZERO;
    for (const container of measured) {
        const amount =
            valueAt(container, ["resources", "requests", resource]) ??
            valueAt(container, ["resources", "limits", resource]);
        const quantity = parseNonNegativeQuantity(amount);
        if (!(quantity instanceof Quantity)) return undefined;
        sum = sum.plus(quantity);
    }
    return measured.length === 0 ? undefined : sum;
}
