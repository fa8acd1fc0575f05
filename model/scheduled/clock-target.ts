import type { Leaf } from "../declared";
import type { ScheduleBound, ScheduleBounds } from "../pool";

/** A kind of object whose bounds a CronJob sets, by the fields that hold them. */
export interface ClockKind {
    readonly group: string;
    /** Its name in the paths of the API, as RBAC and `kubectl` want it. */
    readonly resource: string;
    /** The member of `spec` that holds each bound that it has. */
    readonly fields: Readonly<Partial<Record<ScheduleBound, string>>>;
}

/**
 * The kinds that have bounds. KEDA owns the HPA of a ScaledObject and writes its bounds back, so there the ScaledObject
 * is the object to set.
 */
export const CLOCK_KINDS = {
    ScaledObject: {
        group: "keda.sh",
        resource: "scaledobjects",
        fields: { minReplicas: "minReplicaCount", maxReplicas: "maxReplicaCount" },
    },
    ScaledJob: {
        group: "keda.sh",
        resource: "scaledjobs",
        fields: { minReplicas: "minReplicaCount", maxReplicas: "maxReplicaCount" },
    },
    HorizontalPodAutoscaler: {
        group: "autoscaling",
        resource: "horizontalpodautoscalers",
        fields: { minReplicas: "minReplicas", maxReplicas: "maxReplicas" },
    },
    CapacityBuffer: {
        group: "autoscaling.x-k8s.io",
        resource: "capacitybuffers",
        fields: { warmReplicas: "replicas" },
    },
} as const satisfies Record<string, ClockKind>;

/** An object of the cluster whose bounds are set by the clock. */
export interface ClockTarget {
    readonly kind: keyof typeof CLOCK_KINDS;
    readonly name: Leaf<string>;
    readonly namespace: Leaf<string>;
}

/** What is written to an object for these bounds, as a merge patch. */
export function boundsPatch(
    kind: ClockTarget["kind"],
    bounds: ScheduleBounds,
): { spec: Record<string, number> } {
    const { fields }: ClockKind = CLOCK_KINDS[kind];
    const spec: Record<string, number> = {};
    for (const [bound, value] of Object.entries(bounds)) {
        const field = fields[bound as ScheduleBound];
        if (field !== undefined) spec[field] = value;
    }
    return { spec };
}
