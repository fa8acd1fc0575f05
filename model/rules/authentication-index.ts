import type { Fleet, FleetAuthentication } from "../fleet";
import { oncePerFleet } from "../fleet";
import { leafKey } from "./leaf-key";

/** The kind that a reference means where it names none; it is looked up in the scaler's namespace. */
export const NAMESPACED = "TriggerAuthentication";
/** The kind that is looked up in the whole cluster. */
export const OF_CLUSTER = "ClusterTriggerAuthentication";

/** Authentications by place, a namespace or the cluster, and there by name (`leafKey`). */
type AuthenticationIndex = ReadonlyMap<unknown, ReadonlyMap<unknown, FleetAuthentication>>;

const indexOf = oncePerFleet(indexByPlace);

/** The authentications in the place where a reference of a kind, from a namespace, is looked up; `undefined` where none is. */
export function authenticationsIn(
    fleet: Fleet,
    kind: string,
    namespace: FleetAuthentication["namespace"],
): ReadonlyMap<unknown, FleetAuthentication> | undefined {
    return indexOf(fleet).get(placeOf(kind, namespace));
}

function indexByPlace({ authentications }: Fleet): AuthenticationIndex {
    const index = new Map<unknown, Map<unknown, FleetAuthentication>>();
    for (const authentication of authentications) {
        const place = placeOf(authentication.kind, authentication.namespace);
        const there = index.get(place) ?? new Map<unknown, FleetAuthentication>();
        index.set(place, there);
        const name = leafKey(authentication.name);
        if (!there.has(name)) there.set(name, authentication);
    }
    return index;
}

function placeOf(kind: string, namespace: FleetAuthentication["namespace"]): unknown {
    return kind === OF_CLUSTER ? OF_CLUSTER : leafKey(namespace);
}
