import type { Declared } from "../declared";
import type { Pool } from "../pool";
import { ScalingEngine } from "../pool";
import { clock } from "./clock";
import { deployment } from "./deployment";
import { horizontalPodAutoscaler } from "./horizontal-pod-autoscaler";
import { podDisruptionBudget } from "./pod-disruption-budget";
import { scaledJob } from "./scaled-job";
import { scaledObject } from "./scaled-object";
import { headlessService, statefulSet } from "./stateful-set";
import { triggerAuthentications } from "./trigger-authentication";
import { verticalPodAutoscaler } from "./vertical-pod-autoscaler";

/**
 * The Kubernetes objects of a pool, in the order in which they are created. What is returned here is what rules
 * judge, what is explained and what is applied.
 */
export function manifests(pool: Pool): Declared[] {
    return [
        deployment(pool),
        headlessService(pool),
        statefulSet(pool),
        podDisruptionBudget(pool),
        ...triggerAuthentications(pool),
        scaler(pool),
        verticalPodAutoscaler(pool),
        ...clock(pool),
    ].filter((declared) => declared !== undefined);
}

/** The object that decides how many pods there are. */
function scaler(pool: Pool): Declared | undefined {
    const { workload, scale } = pool;
    if (workload.kind !== "existing" && workload.job !== undefined) return scaledJob(pool);
    return scale.engine === ScalingEngine.Keda ? scaledObject(pool) : horizontalPodAutoscaler(pool);
}
