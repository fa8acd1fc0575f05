import { formatCpu, formatMemory } from "../capacity";
import type { FleetScaler, FleetTrigger } from "../fleet";
import { known, thresholdPerPod } from "../fleet";
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
        const threshold = thresholdPerPod(scaler, trigger);
        const format = resource === "cpu" ? formatCpu : formatMemory;
        const amount = threshold === undefined ? "" : ` (${format(threshold)} each)`;
        return grow(`${plainNumber(target)} % of their ${resource} request${amount}`);
    }
    const value = trigger.metadata["value"];
    return typeof value === "string" && value !== "" ? grow(`${value} of ${resource}`) : [];
}
