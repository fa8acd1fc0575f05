import type { Leaf } from "../declared";
import { sameLeaf } from "../declared";
import { groupBy } from "./group-by";
import type { FleetTarget, Identity } from "./identity";

/** What refers to a target in its own namespace. */
type Referring = Identity & { readonly target: FleetTarget };

/** Objects by a name, so that a join of thousands of them stays linear; names that are not known by identity. */
export function indexByName<T>(
    objects: readonly T[],
    nameOf: (object: T) => Leaf<string> | undefined,
): ReadonlyMap<unknown, readonly T[]> {
    return groupBy(objects, (object) => nameKey(nameOf(object)));
}

/** What a name is looked up by. */
export function nameKey(name: Leaf<string> | undefined): unknown {
    return typeof name === "object" ? name.identity : name;
}

/** Whether an object is certainly what another refers to; two that name no namespace are in one. */
export function isTarget(
    { kind, name, namespace }: Identity & Pick<FleetTarget, "kind">,
    referring: Referring,
): boolean {
    return (
        kind === referring.target.kind &&
        name !== undefined &&
        referring.target.name !== undefined &&
        sameLeaf(name, referring.target.name) &&
        sameLeaf(namespace, referring.namespace)
    );
}

/** Whether two autoscalers certainly refer to one target. */
export function haveOneTarget({ target, namespace }: Referring, other: Referring): boolean {
    return isTarget({ ...target, namespace }, other);
}
