import { showLeaf } from "../declared";
import type { Identity } from "../fleet";
import type { PoolCost } from "./pool-cost";
import type { WarmCost } from "./warm-cost";

/**
 * A pool by its namespace and name, as a table or a message with several pools calls it.
 *
 * @example poolName(pool) // "agents/research"
 */
export function poolName({ scaler }: Pick<PoolCost, "scaler">): string {
    return named(scaler);
}

/** Warm capacity by its namespace and name. */
export function warmName({ warm }: Pick<WarmCost, "warm">): string {
    return named(warm);
}

function named({ namespace, name }: Identity): string {
    return [...(namespace === undefined ? [] : [showLeaf(namespace)]), showLeaf(name ?? "")].join("/");
}
