import type { Quantity } from "../capacity";
import type { Declared, Path } from "../declared";
import type { Intent } from "../intent";
import type { Field } from "./field";
import type { FleetScaler } from "./fleet-scaler";
import type { FleetWorkload } from "./fleet-workload";
import type { FleetTarget, Identity } from "./identity";

/** A VerticalPodAutoscaler. */
export interface FleetVertical extends Identity {
    readonly declared: Declared;
    readonly target: FleetTarget;
    /** The workload whose pods it sizes, where it is in the fleet. */
    readonly workload: FleetWorkload | undefined;
    /** What decides the number of those pods, where it is in the fleet. */
    readonly scaler: FleetScaler | undefined;
    /** What happens to a recommendation, with VPA's default where the field is absent. */
    readonly mode: Field<string>;
    /** Fewest pods before one is evicted; where it is absent, the flag of VPA's updater decides. */
    readonly minReplicas: Field<number>;
    readonly policies: readonly FleetContainerPolicy[];
    /** Whether the policies are known only after apply; `policies` is then empty. */
    readonly arePoliciesUnknown: boolean;
    /** What the author of the target says about its work. */
    readonly intent: Intent | undefined;
}

/** What a VerticalPodAutoscaler may do with one container, or with all that have no policy of their own. */
export interface FleetContainerPolicy {
    readonly path: Path;
    /** The container's name, or `*` for all others. */
    readonly container: Field<string>;
    /** `Auto` or `Off`, with VPA's default where the field is absent. */
    readonly mode: Field<string>;
    /** What is sized, with VPA's default where the field is absent. */
    readonly resources: Field<readonly string[]>;
    /** Whether limits follow requests: `RequestsAndLimits`, VPA's default, or `RequestsOnly`. */
    readonly values: Field<string>;
    readonly minAllowed: FleetAmounts;
    readonly maxAllowed: FleetAmounts;
}

/** Amounts by resource. */
export interface FleetAmounts {
    readonly path: Path;
    /** Whether all of them are known only after apply; `amounts` is then empty. */
    readonly isUnknown: boolean;
    readonly amounts: ReadonlyMap<string, Field<Quantity>>;
}
