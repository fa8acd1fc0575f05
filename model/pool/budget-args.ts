/**
 * What a pool may cost. The pool is refused where all of its replicas at once would cost more, with the number of
 * replicas that the budget pays for.
 */
export interface BudgetArgs {
    /** US dollars a month for the ceiling, at the prices of the platform; bursts on spot capacity count in full. */
    usdPerMonth: number;
}
