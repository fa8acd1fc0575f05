import type { Leaf } from "../declared";
import { valueAt } from "../declared";
import type { Fleet } from "../fleet";
import { leafKey } from "./leaf-key";

/** What a LimitRange gives to containers that have none: a limit, which is a request too, or only a request. */
const DEFAULTS = ["default", "defaultRequest"] as const;

/**
 * Finds the namespaces in which a declared LimitRange gives each container a request of a resource; KEDA's webhook
 * and the HPA are content with that. A LimitRange that is not in the fleet is not seen.
 *
 * @param members Which of its defaults count; `default` alone for limits.
 */
export function namespacesWithDefault(
    { declared }: Fleet,
    resource: string,
    members: readonly (typeof DEFAULTS)[number][] = DEFAULTS,
): (namespace: Leaf<string> | undefined) => boolean {
    const found = new Set<unknown>();
    for (const { type, object } of declared) {
        if (type !== "kubernetes:core/v1:LimitRange") continue;
        const limits = valueAt(object, ["spec", "limits"]);
        const gives = (Array.isArray(limits) ? limits : []).some(
            (limit: unknown) =>
                valueAt(limit, ["type"]) === "Container" &&
                members.some((member) => (valueAt(limit, [member, resource]) ?? undefined) !== undefined),
        );
        if (gives) found.add(leafKey(valueAt(object, ["metadata", "namespace"])));
    }
    return (namespace) => found.has(leafKey(namespace));
}
