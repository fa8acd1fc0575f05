import type { FleetTrigger } from "../fleet";
import { countsTotal, known } from "../fleet";

/**
 * Replicas that a trigger asks for at a value of its metric, before the bounds: the value divided by the target,
 * rounded up (Kubernetes HPA, AverageValue of an external metric). `undefined` where the answer depends on more
 * than the value: utilisation and `Value` metrics also depend on the replicas that there are.
 *
 * @example replicasFor(redisTriggerOfFiveItems, 23) // 5
 */
export function replicasFor(trigger: FleetTrigger, value: number): number | undefined {
    const target = known(trigger.target);
    if (target === undefined || target <= 0 || trigger.effectiveMetricType !== "AverageValue")
        return undefined;
    if (!countsTotal(trigger)) return undefined;
    return Math.ceil(value / target);
}
