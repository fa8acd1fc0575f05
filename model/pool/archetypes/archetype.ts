import type { PlacementStrategy, WorkloadKind } from "../choices";
import type { ScalingRulesArgs } from "../scale-args";

/** A default with the reason that it is shown with and the source of that reason. */
export interface Reasoned<T> {
    readonly value: T;
    readonly reason: string;
    readonly source: string;
}

/** Rules for one direction, written out; the tolerance stays the cluster's own. */
export type DefaultRules = Required<Omit<ScalingRulesArgs, "tolerance">>;

/** The same without the window. */
export type Pace = Omit<DefaultRules, "stabilizationWindowSeconds">;

/** What one word about the work decides. */
export interface Archetype {
    /** What kind of object runs the pods. */
    readonly kind: Reasoned<WorkloadKind>;
    /** Rules for adding replicas. */
    readonly scaleUp: Reasoned<DefaultRules>;
    /** Rules for taking replicas away; their window is the cooldown. */
    readonly scaleDown: Reasoned<Pace>;
    /** Seconds of quiet until replicas go; a longer task or cold start raises it. */
    readonly cooldownSeconds: Reasoned<number>;
    /** Pods that a node drain may take at a time. */
    readonly maxUnavailable: Reasoned<string>;
    /** Seconds that a container with a port goes on before it is asked to stop. */
    readonly preStopSeconds: Reasoned<number>;
    /** Seconds that a start is given where the cold start is not declared; the startup probe allows twice that. */
    readonly assumedColdStartSeconds: Reasoned<number>;
    /** Whether pods keep away from each other or together. */
    readonly placement: Reasoned<PlacementStrategy>;
    /** Seconds that a pod stays bound to a lost node. */
    readonly nodeLossSeconds: Reasoned<number>;
    /** Triggers that say little about the work, where they are the only ones. */
    readonly weakSignals: Reasoned<readonly string[]>;
    /** Whether it may run on nodes that the cloud takes away, where its tasks survive that. */
    readonly spot: Reasoned<boolean>;
}
