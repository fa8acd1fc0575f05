import type { Declared } from "../declared";
import type { Admission, BoundedPool } from "./admission";
import type { Measure } from "./bounds";
import { REPLICA_KINDS, boundValidations, isBounded, poolsOf } from "./bounds";
import { BoundedKind } from "./choices";
import { boundPolicy } from "./policy";

/** A number of zero is left out of a Scale; a workload always has one, by the API server's default. */
const REPLICAS: Measure = {
    of: (object) => `(has(${object}.spec.replicas) ? ${object}.spec.replicas : 0)`,
    field: '"spec.replicas"',
};

/**
 * What `kubectl scale`, an autoscaler and an edit of the workload itself may ask for. A rule about Deployments alone
 * never sees a scale request: the subresource has to be listed.
 */
export function workloadReplicas(admission: Admission): Declared[] {
    if (!isBounded(admission, REPLICA_KINDS)) return [];
    const names = poolsOf(admission, REPLICA_KINDS).map(({ name }) => name);
    return boundPolicy(admission, {
        role: "workloads",
        apiGroup: "apps",
        apiVersion: "v1",
        resources: ["deployments", "deployments/scale", "statefulsets", "statefulsets/scale"],
        resourceNames: admission.ceiling === undefined ? [...new Set(names)] : undefined,
        ...boundValidations(admission, {
            kinds: REPLICA_KINDS,
            target: 'request.resource.resource + "/" + object.metadata.name',
            keyOf: resourceOf,
            most: REPLICAS,
            least: REPLICAS,
            // It is made with one replica, whatever its autoscaler then makes of it.
            startsBelow: true,
        }),
    });
}

function resourceOf({ kind, name }: BoundedPool): string {
    return `${kind === BoundedKind.StatefulSet ? "statefulsets" : "deployments"}/${name}`;
}
