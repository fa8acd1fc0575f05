import type { Quantity } from "../capacity";
import type { Declared, Path } from "../declared";
import type { Field } from "./field";

/** Nodes that are added while pods wait for them, as those pods see them: a node group, a node pool of GKE or of Karpenter. */
export interface FleetNodes {
    readonly declared: Declared;
    /** The values that each of their labels may have, as far as they are declared. */
    readonly labels: NodeLabels;
    /** Taints that keep pods away that do not tolerate them. */
    readonly taints: NodeTaints;
    /** What there may be of them at the most. */
    readonly most: NodeCeilings;
}

/** Labels of nodes. */
export interface NodeLabels {
    /** Each label's values, of which a node has one; a value may be a leaf. */
    readonly values: ReadonlyMap<string, readonly unknown[]>;
    /** Where labels stand that are known only after apply; absent where all are known. */
    readonly hidden?: Path;
}

/** Taints of nodes. */
export interface NodeTaints {
    readonly taints: readonly NodeTaint[];
    /** Where they are known only after apply; absent where all are known. */
    readonly hidden?: Path;
}

/** A taint that keeps pods away, with the effect as Kubernetes writes it. */
export interface NodeTaint {
    readonly key: string;
    readonly value: string;
    readonly effect: string;
}

/** The bounds of a group of nodes; any of them may be absent. */
export interface NodeCeilings {
    readonly nodes: Field<number>;
    /** How often that number counts as it is written: GKE has limits for each zone. */
    readonly zones: number;
    /** CPU and memory of all of them together, of which Karpenter counts what the machines have. */
    readonly cpu: Field<Quantity>;
    readonly memory: Field<Quantity>;
}
