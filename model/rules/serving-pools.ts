import { valueAt } from "../declared";
import type { Fleet, FleetScaler, FleetService } from "../fleet";
import { scaledServices } from "./scaled-services";

/** The archetypes whose callers wait for an answer, and those that take their work themselves. */
const SERVING: ReadonlySet<string> = new Set(["Service", "SessionServer"]);
const FETCHING: ReadonlySet<string> = new Set(["QueueWorker", "WorkflowWorker", "BatchJob"]);

/** What charts call a port that only Prometheus asks. */
const METRICS_PORT = /(^|-)(metrics|prometheus)$/;

/**
 * The pools that answer requests, each with the Services that bring them: none where only its author says so. What the
 * author says is more than a Service: a worker that fetches its tasks has nobody waiting, whatever page it serves
 * beside. A Service does not bring requests that gives the pods of a StatefulSet their names, which each of them needs,
 * that shows pods before they are ready, so that they find each other, or whose ports are for metrics alone. A headless
 * one before a Deployment does: its clients balance by themselves, as those of gRPC do.
 */
export function servingPools(fleet: Fleet): ReadonlyMap<FleetScaler, readonly FleetService[]> {
    const pools = new Map<FleetScaler, FleetService[]>();
    for (const scaler of fleet.scalers) {
        const { jobs, intent } = scaler;
        if (jobs === undefined && SERVING.has(intent?.archetype ?? "")) pools.set(scaler, []);
    }
    for (const { service, scaler } of scaledServices(fleet)) {
        const { jobs, intent } = scaler;
        if (jobs !== undefined || FETCHING.has(intent?.archetype ?? "")) continue;
        if (isForOthers(service, scaler)) continue;
        const found = pools.get(scaler);
        if (found === undefined) pools.set(scaler, [service]);
        else found.push(service);
    }
    return pools;
}

/** Whether a Service is there for the host names of pods, also of those that are not ready, or only for their metrics. */
function isForOthers({ declared, isHeadless }: FleetService, { workload }: FleetScaler): boolean {
    const ports = valueAt(declared.object, ["spec", "ports"]);
    const names = Array.isArray(ports) ? ports.map((port) => valueAt(port, ["name"])) : [];
    return (
        (isHeadless && workload?.kind === "StatefulSet") ||
        valueAt(declared.object, ["spec", "publishNotReadyAddresses"]) === true ||
        (names.length > 0 && names.every((name) => typeof name === "string" && METRICS_PORT.test(name)))
    );
}
