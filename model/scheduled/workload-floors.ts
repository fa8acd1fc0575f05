import type { Declared, Leaf, OriginEntry } from "../declared";
import { declare } from "../declared";
import { cronTrigger, scheduleFloors } from "../pool";
import { objectMetadata } from "./object-metadata";
import type { ScheduledScalerArgs } from "./scheduled-scaler-args";

/**
 * KEDA's ScaledObject for a workload that nothing else scales: its floors by the clock, and nothing that asks for more.
 * The ceiling is the highest floor.
 */
export function workloadFloors(
    name: string,
    { target, outside, schedules, labels = {} }: ScheduledScalerArgs,
    namespace: Leaf<string>,
    targetName: Leaf<string>,
): Declared {
    const base = outside.minReplicas ?? 0;
    const floors = scheduleFloors(base, schedules);
    if (!("windows" in floors)) throw new Error("scheduledProblems refuses that first");
    const triggers = floors.windows.map((window) => cronTrigger(window, "schedules"));
    return declare(
        "scaler",
        {
            apiVersion: "keda.sh/v1alpha1",
            kind: "ScaledObject",
            metadata: objectMetadata(name, namespace, labels),
            spec: {
                scaleTargetRef: { apiVersion: "apps/v1", kind: target.kind, name: targetName },
                minReplicaCount: floors.floor,
                maxReplicaCount: Math.max(base, ...floors.windows.map(({ floor }) => floor)),
                triggers: triggers.map(({ type, name: trigger, metadata }) => ({
                    type,
                    ...(trigger === undefined ? {} : { name: trigger }),
                    metadata,
                })),
            },
        },
        [
            [["metadata", "namespace"], "namespace"],
            [["metadata", "labels"], "labels", "mirrored"],
            [["spec"], "schedules"],
            [["spec", "scaleTargetRef"], "target"],
            [["spec", "minReplicaCount"], "outside.minReplicas"],
            ...triggers.map(({ argument }, index): OriginEntry => [["spec", "triggers", index], argument]),
        ],
        { deleteBeforeReplace: true },
    );
}
