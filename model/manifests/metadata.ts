import type { Leaf, OriginEntry } from "../declared";
import { EXEMPT_ANNOTATION, writeExemptions } from "../findings";
import type { Pool } from "../pool";
import { POOL_LABEL } from "../pool";

/** Labels of every object of a pool and of its pods; those that select pods are stronger than all others. */
export function poolLabels(pool: Pool): Readonly<Record<string, string>> {
    return { ...recommendedLabels(pool), ...pool.labels, ...ownLabels(pool) };
}

/**
 * Labels of the pods of a template that the user wrote: its own labels stay as they are, except those that select
 * pods, which it does not contradict.
 */
export function templateLabels(
    pool: Pool,
    labels: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
    return { ...recommendedLabels(pool), ...pool.labels, ...labels, ...ownLabels(pool) };
}

function recommendedLabels({ name }: Pool): Readonly<Record<string, string>> {
    return { "app.kubernetes.io/name": name, "app.kubernetes.io/component": "agent-pool" };
}

/** The pool's own label and, of an adopted Deployment, those by which it selects its pods. */
function ownLabels({ name, adopt }: Pool): Readonly<Record<string, string>> {
    return { [POOL_LABEL]: name, ...adopt.deployment?.matchLabels };
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
    const merged = { ...pool.annotations, ...annotations, ...exemptAnnotation(pool) };
    return {
        name,
        namespace: pool.namespace satisfies Leaf<string>,
        labels: poolLabels(pool),
        ...(Object.keys(merged).length === 0 ? {} : { annotations: merged }),
    };
}

/** What the pool is exempt from stands on each of its objects, since a rule may find fault with any of them. */
function exemptAnnotation({ exemptions }: Pool): Readonly<Record<string, string>> {
    return exemptions.length === 0 ? {} : { [EXEMPT_ANNOTATION]: writeExemptions(exemptions) };
}

/** Where the metadata of every object of a pool comes from. */
export const METADATA_ORIGINS: readonly OriginEntry[] = [
    [["metadata", "name"], "name"],
    [["metadata", "namespace"], "namespace"],
    [["metadata", "labels"], "labels", "mirrored"],
    [["metadata", "annotations"], "annotations", "mirrored"],
    [["metadata", "annotations", EXEMPT_ANNOTATION], "exemptions", "mirrored"],
];
