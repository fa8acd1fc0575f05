import type { Leaf } from "../declared";
import type { AdmissionMode, BoundedKind } from "./choices";

/** Bounds that the API server keeps, with every value decided. */
export interface Admission {
    /** The component's name, which that of each policy starts with; policies have no namespace. */
    readonly name: string;
    readonly mode: AdmissionMode;
    readonly namespaces: readonly Leaf<string>[];
    /** Absent where only the pools are bounded. */
    readonly ceiling?: number;
    readonly pools: readonly BoundedPool[];
    readonly requestsRequired: boolean;
    readonly exemptUsers: readonly string[];
    readonly labels: Readonly<Record<string, string>>;
}

/** The bounds of one pool. */
export interface BoundedPool {
    readonly name: string;
    readonly kind: BoundedKind;
    readonly minReplicas: number;
    readonly maxReplicas: number;
}
