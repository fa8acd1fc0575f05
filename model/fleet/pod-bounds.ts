import { mostJobs } from "../capacity";
import { known } from "./field";
import type { FleetScaler } from "./fleet-scaler";
import { jobRules } from "./job-rules";

/**
 * Fewest and most pods that a scaler runs; `undefined` where a bound is not known. A job may run several pods at a time,
 * and with the strategy `custom` more jobs than the ceiling, or `Infinity`.
 */
export function podBounds(scaler: FleetScaler): { floor: number; ceiling: number } | undefined {
    if (scaler.jobs !== undefined) {
        const rules = jobRules(scaler);
        const pods = known(scaler.jobs.parallelism);
        if (rules === undefined || pods === undefined) return undefined;
        return { floor: rules.extra * pods, ceiling: mostJobs(rules) * pods };
    }
    const floor = known(scaler.idle) === 0 ? 0 : known(scaler.min);
    const ceiling = known(scaler.max);
    return floor === undefined || ceiling === undefined ? undefined : { floor, ceiling };
}
