import type { Leaf } from "../declared";
import type { Pool } from "../pool";
import { POOL_LABEL } from "../pool";
import type { OriginEntry } from "./declare";

/** Labels of every object of a pool and of its pods. */
export function poolLabels(pool: Pool): Readonly<Record<string, string>> {
    return {
        "app.kubernetes.io/name": pool.name,
        "app.kubernetes.io/component": "agent-pool",
        ...pool.labels,
        ...pool.adopt.deployment?.matchLabels,
        [POOL_LABEL]: pool.name,
    };
}

/** Labels by which the workload and its PodDisruptionBudget find the pool's pods. */
export function selectorLabels(pool: Pool): Readonly<Record<string, string>> {
    return pool.adopt.deployment?.matchLabels ?? { [POOL_LABEL]: pool.name };
}

/** Name, namespace, labels and annotations of one object of a pool. */
export function poolMetadata(
    pool: Pool,
    name: string,
    annotations: Readonly<Record<string, string>> = {},
): Readonly<Record<string, unknown>> {
    const merged = { ...pool.annotations, ...annotations };
    return {
        name,
        namespace: pool.namespace satisfies Leaf<string>,
        labels: poolLabels(pool),
        ...(Object.keys(merged).length === 0 ? {} : { annotations: merged }),
    };
}

/** Where the metadata of every object of a pool comes from. */
export const METADATA_ORIGINS: readonly OriginEntry[] = [
    [["metadata", "name"], "name"],
    [["metadata", "namespace"], "namespace"],
    [["metadata", "labels"], "labels"],
    [["metadata", "annotations"], "annotations"],
];
