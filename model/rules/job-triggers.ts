import type { Fleet, FleetScaler, FleetTrigger } from "../fleet";
import { known } from "../fleet";
import { startsJobs } from "../triggers";
import { isGiven } from "./metadata-text";
import type { Breach, Rule } from "./rule";

/** Triggers that start no jobs, or not those that they should. */
export const jobTriggers: Rule = {
    id: "job-triggers",
    severity: "error",
    impact: "high",
    tags: ["jobs"],
    title: "Each trigger of a ScaledJob gives a total that KEDA can divide among jobs.",
    why: "KEDA cannot build CPU and memory for a ScaledJob and starts none for any trigger; other numbers are read and start none.",
    source: "KEDA 2.20.2 pkg/scaling/scaledjob/metrics.go, scale_handler.go, cpu_memory_scaler.go; tried on a cluster",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            if (scaler.jobs === undefined) continue;
            for (const trigger of scaler.triggers) yield* checkTrigger(scaler, trigger);
        }
    },
};

function* checkTrigger(
    owner: FleetScaler,
    { path, type, scaler, metadata }: FleetTrigger,
): Generator<Breach> {
    const { declared, pollingInterval } = owner;
    if (scaler === undefined) return;
    if (!startsJobs(scaler)) {
        yield {
            declared,
            path: type.path,
            message: scaler.wakesFromZero
                ? `${scaler.type} starts no jobs: its number is no total, which is all that KEDA divides for a ScaledJob`
                : `${scaler.type} needs a metricType, which a ScaledJob does not have: KEDA starts no jobs for any trigger`,
            fix: "scale on the number of tasks that wait",
        };
    }
    if (scaler.type === "external-push") {
        yield {
            declared,
            path: type.path,
            severity: "warning",
            message: `KEDA does not listen to pushes for a ScaledJob: it asks the server every ${known(pollingInterval) ?? "few"} s`,
            fix: "use external, which is what it comes to",
        };
    }
    const targets = scaler.type.startsWith("solace-")
        ? scaler.targets.filter(({ key }) => isGiven(metadata[key])).map(({ key }) => key)
        : [];
    if (targets.length > 1) {
        yield {
            declared,
            path: [...path, "metadata", targets[1] ?? ""],
            severity: "warning",
            message: `of ${targets.join(" and ")} only the first number counts for a ScaledJob, divided by the average of all targets`,
            fix: "keep one target, and give the others triggers of their own",
        };
    }
}
