import type { Declared } from "../declared";
import { declare } from "../declared";
import type { Pool } from "../pool";
import { METADATA_ORIGINS, poolMetadata, selectorLabels } from "./metadata";

/**
 * The pool's PodDisruptionBudget. Pods that are not ready may always be evicted, so a crash-looping agent never
 * holds a node drain. There is none for a target of somebody else, whose pod labels are not known, and none for jobs,
 * of which a budget that never lets go would hold a node for as long as they run.
 */
export function podDisruptionBudget(pool: Pool): Declared | undefined {
    if (pool.disruption === undefined) return undefined;
    const [[key, text] = ["maxUnavailable", "1"]] = Object.entries(pool.disruption);
    return declare(
        "disruption-budget",
        {
            apiVersion: "policy/v1",
            kind: "PodDisruptionBudget",
            metadata: poolMetadata(pool, pool.name),
            spec: {
                [key]: /^\d+$/.test(text) ? Number(text) : text,
                selector: { matchLabels: selectorLabels(pool) },
                unhealthyPodEvictionPolicy: "AlwaysAllow",
            },
        },
        [...METADATA_ORIGINS, [["spec"], "disruption"], [["spec", key], `disruption.${key}`]],
        { deleteBeforeReplace: true },
    );
}
