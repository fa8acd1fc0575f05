import { showLeaf } from "../declared";
import type { PoolCost } from "./pool-cost";

/**
 * A pool by its namespace and name, as a table or a message with several pools calls it.
 *
 * @example poolName(pool) // "agents/research"
 */
export function poolName({ scaler: { namespace, name } }: Pick<PoolCost, "scaler">): string {
    return [...(namespace === undefined ? [] : [showLeaf(namespace)]), showLeaf(name ?? "")].join("/");
}
