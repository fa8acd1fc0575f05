import type { Measure } from "./bounds";

/** The ceiling of a ScaledObject or ScaledJob; without one KEDA takes 100 (2.20.2 defaultHPAMaxReplicas, MaxReplicaCount). */
export const KEDA_MAX: Measure = {
    of: (object) => `(has(${object}.spec.maxReplicaCount) ? ${object}.spec.maxReplicaCount : 100)`,
    field: '(has(object.spec.maxReplicaCount) ? "spec.maxReplicaCount" : "spec.maxReplicaCount by default")',
};
