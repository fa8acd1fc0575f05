import type { Leaf } from "../declared";

/**
 * Name, namespace and labels of an object. Without labels there is no list of them: an empty one, where KEDA adds a label
 * of its own, would be a change in every update (tried with Pulumi's Kubernetes provider 4.25.0).
 */
export function objectMetadata(
    name: string,
    namespace: Leaf<string>,
    labels: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
    return { name, namespace, ...(Object.keys(labels).length === 0 ? {} : { labels }) };
}
