import type { JobReading } from "../capacity";
import { jobDemand, jobsMade } from "../capacity";
import type { FleetScaler, FleetTrigger } from "../fleet";
import { jobRules, known } from "../fleet";
import { startsJobs } from "../triggers";
import type { Demand } from "./demand";

/** How many jobs a ScaledJob starts at the values of its triggers while so many run, all of them started. */
export function jobDemandAt(
    scaler: FleetScaler,
    values: ReadonlyMap<FleetTrigger, number>,
    running: number,
): Demand | undefined {
    const rules = jobRules(scaler);
    if (rules === undefined) return undefined;
    const read = [];
    for (const [trigger, value] of values) {
        if (trigger.scaler === undefined || !startsJobs(trigger.scaler)) continue;
        const reading = jobReading(trigger, value);
        // One that is not known may be the one that decides.
        if (reading === undefined) return undefined;
        read.push({ trigger, value, reading });
    }
    if (read.length === 0) return undefined;
    const demand = jobDemand(
        read.map(({ reading }) => reading),
        rules,
    );
    const started = jobsMade(demand, rules, running, 0);
    const unbound = { ...rules, most: Infinity };
    const wanted = jobsMade(
        jobDemand(
            read.map(({ reading }) => reading),
            unbound,
        ),
        unbound,
        running,
        0,
    );
    return {
        // The one that decides first: KEDA compares the numbers, not what they ask for.
        demands: read
            .map(({ trigger, value, reading }) => ({
                trigger,
                value,
                replicas: reading.isActive ? Math.ceil(reading.value / reading.target) : 0,
            }))
            .sort((a, b) => (rules.calculation === "min" ? a.value - b.value : b.value - a.value)),
        replicas: running + started,
        boundBy: running < rules.extra ? "floor" : started < wanted ? "ceiling" : undefined,
        started,
    };
}

/**
 * What KEDA reads of a trigger at a value, 1 standing for a window that is open; `undefined` where it starts no jobs, or
 * its target or the number that starts them is not known.
 */
export function jobReading(trigger: FleetTrigger, value: number): JobReading | undefined {
    const { scaler } = trigger;
    const [target, activation] = [known(trigger.target), known(trigger.activation)];
    if (scaler === undefined || !startsJobs(scaler) || target === undefined || target <= 0) return undefined;
    if (scaler.type === "cron") return { value: value > 0 ? target : 0, target: 1, isActive: value > 0 };
    if (activation === undefined) return undefined;
    return { value, target, isActive: value > activation };
}
