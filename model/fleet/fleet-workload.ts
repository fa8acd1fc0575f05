import type { Declared, Path } from "../declared";
import type { Intent } from "../intent";
import type { Field } from "./field";
import type { Identity } from "./identity";
import type { LabelSelector } from "./label-selector";

/** A Deployment, StatefulSet or other workload with a pod template; a ScaledJob as what it runs. */
export interface FleetWorkload extends Identity {
    readonly declared: Declared;
    readonly kind: string;
    /** Where the pod's spec stands. */
    readonly podSpecPath: Path;
    readonly podSpec: Readonly<Record<string, unknown>>;
    /** Whether the pod's spec as a whole is known only after apply; `podSpec` is then empty. */
    readonly isPodSpecUnknown: boolean;
    readonly podLabels: Readonly<Record<string, unknown>>;
    /** The pods that are its own; `undefined` where it has no selector, or one that is known only after apply. */
    readonly selector: LabelSelector | undefined;
    readonly replicas: Field<number>;
    /** The disruption budgets that hold the workload's pods. */
    readonly disruptionBudgets: readonly FleetDisruptionBudget[];
    readonly intent: Intent | undefined;
}

/** A PodDisruptionBudget. */
export interface FleetDisruptionBudget extends Identity {
    readonly declared: Declared;
    /** The pods that it holds; `undefined` where it has no selector and so holds none. */
    readonly selector: LabelSelector | undefined;
    readonly spec: Readonly<Record<string, unknown>>;
    /** The field that bounds disruptions, `maxUnavailable` or `minAvailable`. */
    readonly boundPath: Path;
}
