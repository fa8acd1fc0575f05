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
    /** Largest requests that it may set, by resource. Default: not bounded, which is a warning where it changes pods. */
    maxAllowed?: Record<string, string>;
    /**
     * The one container that is sized; all others are left alone. Default: the pool's own, or the only one of a
     * `podTemplate`; needed with any other template and with `existing`.
     */
    container?: string;
    /**
     * Fewest pods that must be there before one is changed; only with modes that change pods that run. Default: 2, and
     * 1 where the pool never has more.
     */
    minReplicas?: number;
}
