/**
 * A rule that does not hold for this pool, and why. Only what is doubtful can be exempted, never what is impossible; it
 * is still shown, and counts for nothing. Each object of the pool carries it as the annotation
 * `agent-autoscaling/exempt`.
 */
export interface ExemptionArgs {
    /** The rule's id, `disruption-budget-floor`. */
    rule: string;
    /** Why the pool may break it, for the one who asks in a year. */
    reason: string;
    /** The last day on which it may, in UTC, `2027-01-31`. Default: no end. */
    until?: string;
}
