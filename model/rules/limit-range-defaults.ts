import type { Leaf } from "../declared";
import { isKnown, valueAt } from "../declared";
import type { Fleet } from "../fleet";
import { leafKey } from "./leaf-key";

/**
 * What of a LimitRange fills what a container leaves out: where no default is written, the API server takes the most for
 * the limit, and the limit or else the least for the request (pkg/apis/core/v1/defaults.go, tried on a cluster).
 */
const FILLING = {
    requests: ["default", "defaultRequest", "max", "min"],
    limits: ["default", "max"],
} as const;

/**
 * Finds the namespaces in which a declared LimitRange gives each container a request, or a limit, of a resource; KEDA's
 * webhook, the HPA and quotas are content with that. A LimitRange that is not in the fleet is not seen.
 */
export function namespacesWithDefault(
    { declared }: Fleet,
    resource: string,
    list: keyof typeof FILLING = "requests",
): (namespace: Leaf<string> | undefined) => boolean {
    const found = new Set<unknown>();
    for (const { type, object } of declared) {
        if (type !== "kubernetes:core/v1:LimitRange") continue;
        const limits = valueAt(object, ["spec", "limits"]);
        // What is not known yet may give one.
        const gives =
            !isKnown(limits) ||
            (Array.isArray(limits) ? limits : []).some(
                (limit: unknown) =>
                    valueAt(limit, ["type"]) === "Container" &&
                    FILLING[list].some(
                        (member) => (valueAt(limit, [member, resource]) ?? undefined) !== undefined,
                    ),
            );
        if (gives) found.add(leafKey(valueAt(object, ["metadata", "namespace"])));
    }
    return (namespace) => found.has(leafKey(namespace));
}
