import type { Pool } from "../pool";

/**
 * What keeps an update from waiting for pods of a pool that may be empty: the autoscaler takes them away while the update
 * looks at them, and a Service without pods is never ready.
 */
export function skipAwaitAnnotations({ scale }: Pool): Readonly<Record<string, string>> {
    const mayBeEmpty = scale.sleep !== undefined || scale.minReplicas === 0 || scale.pausedReplicas === 0;
    return mayBeEmpty ? { "pulumi.com/skipAwait": "true" } : {};
}
