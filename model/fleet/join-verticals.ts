import type { FleetScaler } from "./fleet-scaler";
import type { FleetVertical } from "./fleet-vertical";
import type { FleetWorkload } from "./fleet-workload";
import { haveOneTarget, indexByName, isTarget, nameKey } from "./join-targets";
import type { UnjoinedVertical } from "./read-vertical-pod-autoscaler";

/** Joins VerticalPodAutoscalers with the workloads that they size, and with what decides how many pods those have. */
export function joinVerticals(
    verticals: readonly UnjoinedVertical[],
    workloads: ReadonlyMap<unknown, readonly FleetWorkload[]>,
    scalers: readonly FleetScaler[],
): FleetVertical[] {
    const scalersByTarget = indexByName(scalers, ({ target }) => target.name);
    return verticals.map((vertical) => {
        const key = nameKey(vertical.target.name);
        const workload = workloads.get(key)?.find((candidate) => isTarget(candidate, vertical));
        const scaler = scalersByTarget.get(key)?.find((candidate) => haveOneTarget(candidate, vertical));
        return { ...vertical, workload, scaler, intent: scaler?.intent ?? workload?.intent };
    });
}
