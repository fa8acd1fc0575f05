/**
 * The lowest priority for which cluster-autoscaler buys a node: pods below `--expendable-pods-priority-cutoff`, -10, cause
 * no scale-up and are killed in a scale-down (cluster-autoscaler/FAQ.md).
 */
export const LOWEST_PRIORITY = -10;

/** The highest priority that a pod without a priority class, which has 0, can preempt. */
export const HIGHEST_PRIORITY = -1;
