import { Quantity, formatCpu, formatMemory, parseNonNegativeQuantity } from "../capacity";
import { valueAt } from "../declared";
import type { FleetScaler, FleetTrigger } from "../fleet";
import { known } from "../fleet";
import { plainNumber } from "./count";

/** At which use of CPU or memory replicas are added, in percent of the request and as an amount. */
export function explainResource(scaler: FleetScaler, trigger: FleetTrigger): string[] {
    const resource = trigger.scaler?.type ?? "";
    const only = known(trigger.container);
    const user = only === undefined ? "the pods use" : `the containers ${JSON.stringify(only)} use`;
    const grow = (level: string): string[] => [
        `replicas grow while ${user} more than ${level} on average, and shrink while less.`,
    ];
    const target = known(trigger.target);
    if (trigger.effectiveMetricType === "Utilization") {
        if (target === undefined) return [];
        const request = measuredRequest(scaler, trigger, resource);
        const format = resource === "cpu" ? formatCpu : formatMemory;
        const amount = request === undefined ? "" : ` (${format(percentOf(request, target))} each)`;
        return grow(`${plainNumber(target)} % of their ${resource} request${amount}`);
    }
    const value = trigger.metadata["value"];
    return typeof value === "string" && value !== "" ? grow(`${value} of ${resource}`) : [];
}

/** The sum of what the measured containers request; `undefined` where it is not known. */
function measuredRequest(
    { workload }: FleetScaler,
    trigger: FleetTrigger,
    resource: string,
): Quantity | undefined {
    const containers = workload?.podSpec["containers"];
    if (!Array.isArray(containers)) return undefined;
    const only = known(trigger.container);
    const measured = (containers as unknown[]).filter(
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

function percentOf(quantity: Quantity, percent: number): Quantity {
    return new Quantity((quantity.nanos * BigInt(Math.round(percent))) / 100n, quantity.format);
}
