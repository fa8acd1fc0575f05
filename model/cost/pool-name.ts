import { showName } from "../declared";
import type { PoolCost } from "./pool-cost";
import type { WarmCost } from "./warm-cost";

/**
 * A pool by its namespace and name, as a table or a message with several pools calls it.
 *
 * @example poolName(pool) // "agents/research"
 */
export function poolName({ scaler }: Pick<PoolCost, "scaler">): string {
    return showName(scaler);
}

/** Warm capacity by its namespace and name. */
export function warmName({ warm }: Pick<WarmCost, "warm">): string {
    return showName(warm);
}
