import type { FleetTrigger } from "../fleet";

/** What one trigger asks for at a value. */
export interface TriggerDemand {
    readonly trigger: FleetTrigger;
    readonly value: number;
    /** Replicas before the bounds. */
    readonly replicas: number;
}

/** What a scaler does at the values of its triggers; of jobs the replicas are jobs. */
export interface Demand {
    /** One for each trigger whose value is given and whose answer is known, the one that asks for most first. */
    readonly demands: readonly TriggerDemand[];
    /** Replicas that the scaler wants, within its bounds and before its pace. */
    readonly replicas: number;
    /** Whether the ceiling or the floor decides instead of a trigger. */
    readonly boundBy: "floor" | "ceiling" | undefined;
    /** Jobs that start at the next look; absent for what scales replicas. */
    readonly started?: number;
}
