import { valueAt } from "../declared";
import type { Fleet, FleetScaler, FleetService } from "../fleet";
import { scaledServices } from "./scaled-services";

/** The archetypes whose callers wait for an answer. */
const SERVING: ReadonlySet<string> = new Set(["Service", "SessionServer"]);

/**
 * The pools that answer requests, each with the Services that bring them: none where only its author says so. A
 * Service that only names pods to each other brings none.
 */
export function servingPools(fleet: Fleet): ReadonlyMap<FleetScaler, readonly FleetService[]> {
    const pools = new Map<FleetScaler, FleetService[]>();
    for (const scaler of fleet.scalers) {
        const { jobs, intent } = scaler;
        if (jobs === undefined && SERVING.has(intent?.archetype ?? "")) pools.set(scaler, []);
    }
    for (const { service, scaler } of scaledServices(fleet)) {
        if (scaler.jobs !== undefined || isForNames(service, scaler)) continue;
        const found = pools.get(scaler);
        if (found === undefined) pools.set(scaler, [service]);
        else found.push(service);
    }
    return pools;
}

/** Whether a Service is there for the host names of pods, also of those that are not ready. */
function isForNames({ declared, isHeadless }: FleetService, { workload }: FleetScaler): boolean {
    return (
        (isHeadless && workload?.kind === "StatefulSet") ||
        valueAt(declared.object, ["spec", "publishNotReadyAddresses"]) === true
    );
}
