import type { Input } from "@pulumi/pulumi";
import type { PlatformArgs } from "../platform";
import type { ScheduleArgs } from "../pool";
import type { ScheduledKind } from "./choices";

/** One object of the cluster that is scaled by the clock. */
export interface ScheduledScalerArgs {
    /** The namespace of the target, and of everything that is made for it. */
    namespace: Input<string>;
    /** What is scaled. */
    target: ScheduledTargetArgs;
    /** What holds where no window is open. */
    outside: ScheduledBoundsArgs;
    /** When something else holds. For a workload give `minReplicas`, else those bounds that `outside` has too. */
    schedules: ScheduleArgs[];
    /**
     * The image with kubectl, for targets that CronJobs set. Default: `registry.k8s.io/kubectl` of the cluster's minor
     * version.
     */
    image?: Input<string>;
    /** Labels for every object. */
    labels?: Record<string, string>;
    /** Facts of the cluster. Default: nothing is known. */
    platform?: PlatformArgs;
}

/** What is scaled by the clock, in the namespace of the scaler. */
export interface ScheduledTargetArgs {
    /** What kind of object it is. */
    kind: ScheduledKind;
    /** Its name. */
    name: Input<string>;
}

/** Bounds that hold where no window is open. */
export interface ScheduledBoundsArgs {
    /** Fewest replicas; for a workload always needed. */
    minReplicas?: number;
    /** Most replicas, of a ScaledJob most jobs; not for a workload, of which nothing asks for more than its floors. */
    maxReplicas?: number;
    /** Replicas of a CapacityBuffer. */
    warmReplicas?: number;
}
