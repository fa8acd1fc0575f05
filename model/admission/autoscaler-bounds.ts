import type { Declared } from "../declared";
import type { Admission, BoundedPool } from "./admission";
import type { BoundedMeasures, Measure } from "./bounds";
import { REPLICA_KINDS, boundValidations, isBounded } from "./bounds";
import { boundPolicy } from "./policy";
import { KEDA_MAX } from "./keda-max";

const keyOf = ({ kind, name }: BoundedPool): string => `${kind}/${name}`;

const hpa: BoundedMeasures = {
    kinds: REPLICA_KINDS,
    target: 'object.spec.scaleTargetRef.kind + "/" + object.spec.scaleTargetRef.name',
    keyOf,
    most: { of: (object) => `${object}.spec.maxReplicas`, field: '"spec.maxReplicas"' },
    least: {
        of: (object) => `(has(${object}.spec.minReplicas) ? ${object}.spec.minReplicas : 1)`,
        field: '"spec.minReplicas"',
    },
};

/** An idle count, where there is one, is below the floor that KEDA keeps at work. */
const KEDA_MIN: Measure = {
    of: (object) =>
        `(has(${object}.spec.idleReplicaCount) ? ${object}.spec.idleReplicaCount : has(${object}.spec.minReplicaCount) ? ${object}.spec.minReplicaCount : 0)`,
    field: '(has(object.spec.idleReplicaCount) ? "spec.idleReplicaCount" : "spec.minReplicaCount")',
};

const scaledObject: BoundedMeasures = {
    kinds: REPLICA_KINDS,
    target: '(has(object.spec.scaleTargetRef.kind) ? object.spec.scaleTargetRef.kind : "Deployment") + "/" + object.spec.scaleTargetRef.name',
    keyOf,
    most: KEDA_MAX,
    least: KEDA_MIN,
};

/**
 * What an autoscaler may be set to. Without it, one that was raised beyond its workload's ceiling would be accepted, and
 * each of its scale requests refused: the pool would stand still.
 */
export function autoscalerBounds(admission: Admission): Declared[] {
    if (!isBounded(admission, REPLICA_KINDS)) return [];
    return [
        ...boundPolicy(admission, {
            role: "autoscalers",
            apiGroup: "autoscaling",
            apiVersion: "v2",
            resources: ["horizontalpodautoscalers"],
            ...boundValidations(admission, hpa),
        }),
        ...boundPolicy(admission, {
            role: "scaled-objects",
            apiGroup: "keda.sh",
            apiVersion: "v1alpha1",
            resources: ["scaledobjects"],
            ...boundValidations(admission, scaledObject),
        }),
    ];
}
