import type { Declared } from "../declared";
import type { Intent } from "../intent";
import type { Field } from "./field";
import type { FleetScaler } from "./fleet-scaler";
import type { FleetAmounts } from "./fleet-vertical";
import type { FleetWorkload } from "./fleet-workload";
import type { Identity } from "./identity";

/** Pods as a workload or a PodTemplate describes them. */
export type DescribedPods = Pick<FleetWorkload, "podSpec" | "isPodSpecUnknown">;

/** Room that is kept for pods to come, and that no autoscaler of pods changes: placeholder pods or a CapacityBuffer. */
export interface FleetWarmCapacity extends Identity {
    readonly declared: Declared;
    readonly kind: "balloons" | "buffer";
    /** What one of the pods looks like, where that is in the fleet. */
    readonly pods: DescribedPods | undefined;
    readonly replicas: Field<number>;
    /** Of a buffer: a share of the replicas of what it refers to. */
    readonly percentage: Field<number>;
    /** Of a buffer: the most that all of its pods request. */
    readonly limits: FleetAmounts;
    /** What decides the replicas of what a buffer refers to, where that is in the fleet. */
    readonly scaler: FleetScaler | undefined;
    /** How a buffer's nodes wait: `buffer.x-k8s.io/active-capacity` where it does not say. */
    readonly strategy: Field<string>;
    readonly intent: Intent | undefined;
}
