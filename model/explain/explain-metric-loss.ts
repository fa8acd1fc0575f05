import type { FleetScaler } from "../fleet";
import { known } from "../fleet";
import { count } from "./count";
import type { Sentence } from "./explanation";

/** What holds while a source does not answer (KEDA 2.20.2 `pkg/fallback/fallback.go`). */
export function explainMetricLoss(scaler: FleetScaler): Sentence[] {
    const { fallback } = scaler;
    if (fallback === undefined) return withoutFallback(scaler);
    const [failures, replicas] = [known(fallback.failureThreshold), known(fallback.replicas)];
    if (failures === undefined || replicas === undefined) return [];
    const held = heldReplicas(known(fallback.behavior) ?? "static", replicas);
    if (held === undefined) return [];
    const text = `While a source fails more than ${count(failures, "times")} in a row, ${held}.`;
    return [{ topic: "metric-loss", text }];
}

/**
 * An HPA takes nothing away while one of its metrics fails (Kubernetes pkg/controller/podautoscaler horizontal.go), and
 * KEDA does not let a pool sleep then (2.20.2 scale_scaledobjects.go).
 */
function withoutFallback({ engine, triggers, modifiers }: FleetScaler): Sentence[] {
    const asked = triggers.filter(({ scaler }) => scaler?.wakesFromZero === true && scaler.type !== "cron");
    if (engine !== "keda" || asked.length === 0) return [];
    const isAlone = modifiers !== undefined || triggers.length === 1;
    const text = isAlone
        ? "While its source fails, the replicas stay as they are."
        : "While a source fails, no replica is taken away, and only the other triggers add some.";
    return [{ topic: "metric-loss", text }];
}

function heldReplicas(behavior: string, replicas: number): string | undefined {
    switch (behavior) {
        case "static":
            return `it asks for ${count(replicas, "replicas")}`;
        case "currentReplicas":
            return "it asks for as many replicas as there are";
        case "currentReplicasIfHigher":
            return `it asks for ${count(replicas, "replicas")}, or as many as there are if that is more`;
        case "currentReplicasIfLower":
            return `it asks for ${count(replicas, "replicas")}, or as many as there are if that is less`;
        default:
            return undefined;
    }
}
