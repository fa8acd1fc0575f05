import { valueAt } from "../declared";
import type { FleetScaler, FleetTrigger, FleetWorkload } from "../fleet";

/**
 * Whether a trigger on CPU or memory works only where the containers that it measures request some: an HPA needs that
 * for percentages only, and then a request of the pod is enough; KEDA's webhook always wants it.
 */
export function needsRequest(
    { engine }: FleetScaler,
    workload: FleetWorkload,
    trigger: FleetTrigger,
): boolean {
    if (engine === "keda" && ["Deployment", "StatefulSet"].includes(workload.kind)) return true;
    const podRequests = valueAt(workload.podSpec, ["resources", "requests"]) ?? undefined;
    const isOfPod = podRequests !== undefined && trigger.container.value === undefined;
    return trigger.effectiveMetricType === "Utilization" && !isOfPod;
}
