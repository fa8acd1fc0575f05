/** What kind of object is scaled by the clock. */
export const ScheduledKind = {
    /** Somebody's workload of pods that are all alike; gets a ScaledObject with KEDA's cron triggers. */
    Deployment: "Deployment",
    /** Somebody's workload of pods with a number each; gets a ScaledObject with KEDA's cron triggers. */
    StatefulSet: "StatefulSet",
    /** An autoscaler of KEDA that is there already; CronJobs set its bounds. */
    ScaledObject: "ScaledObject",
    /** Jobs that KEDA starts; CronJobs set how many there may be. */
    ScaledJob: "ScaledJob",
    /** A native autoscaler that is there already and not KEDA's own; CronJobs set its bounds. */
    HorizontalPodAutoscaler: "HorizontalPodAutoscaler",
    /** Room that the node autoscaler keeps free; CronJobs set its replicas. */
    CapacityBuffer: "CapacityBuffer",
} as const;
export type ScheduledKind = (typeof ScheduledKind)[keyof typeof ScheduledKind];
