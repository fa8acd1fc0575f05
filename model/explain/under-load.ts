import type { FleetScaler, FleetTrigger } from "../fleet";
import { countsTotal, known, toleranceOf } from "../fleet";
import type { Demand } from "./demand";
import { jobDemandAt } from "./job-demand-at";

/**
 * How many replicas a scaler wants at the values of its triggers, by the formulae of the HPA (Kubernetes 1.36
 * pkg/controller/podautoscaler/replica_calculator.go): a total divided by the target, a ratio in proportion to the
 * replicas that there are; nothing changes within the tolerance. The trigger that asks for most wins. Jobs are made by KEDA's own formulae
 * (`jobsMade`).
 *
 * @param values The value of each trigger: what is counted, percent of the request for a utilisation, and 1 for a window
 *   that is open.
 * @param current Replicas that are running and ready, or jobs that have started and not ended.
 * @example demandAt(scaler, new Map([[redis, 23]]), 2) // 5 replicas for a target of 5
 */
export function demandAt(
    scaler: FleetScaler,
    values: ReadonlyMap<FleetTrigger, number>,
    current: number,
): Demand | undefined {
    if (scaler.jobs !== undefined) return jobDemandAt(scaler, values, current);
    const [floor, ceiling] = [known(scaler.min), known(scaler.max)];
    if (floor === undefined || ceiling === undefined) return undefined;
    const demands = [...values]
        .flatMap(([trigger, value]) => {
            const replicas = wanted(scaler, trigger, value, current);
            return replicas === undefined ? [] : [{ trigger, value, replicas }];
        })
        .sort((a, b) => b.replicas - a.replicas);
    const [most] = demands;
    if (most === undefined) return undefined;
    const replicas = Math.min(Math.max(most.replicas, floor), ceiling);
    const boundBy = most.replicas > ceiling ? "ceiling" : most.replicas < floor ? "floor" : undefined;
    return { demands, replicas, boundBy };
}

function wanted(
    scaler: FleetScaler,
    trigger: FleetTrigger,
    value: number,
    current: number,
): number | undefined {
    const target = known(trigger.target);
    if (target === undefined || target <= 0) return undefined;
    const [up, down] = [known(toleranceOf(scaler, "scaleUp")), known(toleranceOf(scaler, "scaleDown"))];
    if (up === undefined || down === undefined) return undefined;
    const within = (ratio: number): boolean => ratio >= 1 - down && ratio <= 1 + up;
    // A window is a total of its replicas with a target of 1.
    if (trigger.scaler?.type === "cron") return ofTotal(value > 0 ? target : 0, current, within);
    switch (trigger.effectiveMetricType) {
        case "AverageValue":
            return countsTotal(trigger)
                ? ofTotal(value / target, current, within)
                : inProportion(value / target, current, within);
        case "Value":
        case "Utilization":
            return inProportion(value / target, current, within);
        default:
            return undefined;
    }
}

function ofTotal(ratio: number, current: number, within: (ratio: number) => boolean): number {
    return current > 0 && within(ratio / current) ? current : Math.ceil(ratio);
}

function inProportion(ratio: number, current: number, within: (ratio: number) => boolean): number {
    if (current === 0) return Math.ceil(ratio);
    return within(ratio) ? current : Math.ceil(ratio * current);
}
