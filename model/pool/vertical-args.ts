import type { VerticalMode, VerticalResource } from "./choices";

/** A VerticalPodAutoscaler beside the horizontal one; `{}` writes recommendations down and changes nothing. */
export interface VerticalArgs {
    /** What happens to a recommendation. Default: `Off`. */
    mode?: VerticalMode;
    /**
     * What is sized. Default: both; memory alone where CPU decides the number of replicas, and CPU alone where memory
     * does, since a changed request would move the horizontal autoscaler's target.
     */
    resources?: VerticalResource[];
    /** Smallest requests that it may set, by resource. Default: the recommender's own. */
    minAllowed?: Record<string, string>;
    /** Largest requests that it may set, by resource. Default: not bounded; needed where it changes pods. */
    maxAllowed?: Record<string, string>;
    /** The one container that is sized; all others are left alone. Default: the pool's own; needed with `podTemplate` and `existing`. */
    container?: string;
    /** Fewest pods that must be there before one is evicted. Default: 2, KEDA or HPA permitting. */
    minReplicas?: number;
}
