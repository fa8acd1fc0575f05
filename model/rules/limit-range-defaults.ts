import type { Leaf } from "../declared";
import { valueAt } from "../declared";
import type { Fleet } from "../fleet";
import { leafKey } from "./leaf-key";

/**
 * Finds the namespaces in which a declared LimitRange gives each container a request of a resource; KEDA's webhook
 * and the HPA are content with that. A LimitRange that is not in the fleet is not seen.
 */
export function namespacesWithDefault(
    { declared }: Fleet,
    resource: string,
): (namespace: Leaf<string> | undefined) => boolean {
    const found = new Set<unknown>();
    for (const { type, object } of declared) {
        if (type !== "kubernetes:core/v1:LimitRange") continue;
        const limits = valueAt(object, ["spec", "limits"]);
        const gives = (Array.isArray(limits) ? limits : []).some(
            (limit: unknown) =>
                valueAt(limit, ["type"]) === "Container" &&
                ["default", "defaultRequest"].some(
                    (member) => (valueAt(limit, [member, resource]) ?? undefined) !== undefined,
                ),
        );
        if (gives) found.add(leafKey(valueAt(object, ["metadata", "namespace"])));
    }
    return (namespace) => found.has(leafKey(namespace));
}
