import type { FleetScaler } from "./fleet-scaler";

/** What a scaler makes more of: replicas of a workload, or jobs that each run to their end. */
export function scaledThing({ engine }: Pick<FleetScaler, "engine">): "replica" | "job" {
    return engine === "keda-jobs" ? "job" : "replica";
}
