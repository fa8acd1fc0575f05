import { Quantity, parseQuantity } from "../capacity";
import { valueAt, isHidden } from "../declared";

/**
 * Whether resources of a container, or of a pod, request some of a resource: a limit is the request where none is
 * given, and 0 is none. An amount that is not known yet is there.
 */
export function hasRequest(resources: unknown, resource: string): boolean {
    const amount =
        valueAt(resources, ["requests", resource]) ?? valueAt(resources, ["limits", resource]) ?? undefined;
    if (amount === undefined) return false;
    const quantity = isHidden(amount) ? undefined : parseQuantity(amount);
    // What is no quantity is refused by container-resources.
    return !(quantity instanceof Quantity) || quantity.sign > 0;
}
