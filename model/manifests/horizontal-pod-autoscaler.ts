import type { Declared } from "../declared";
import { declare, kubernetesType } from "../declared";
import { INTENT_ANNOTATION, writeIntent } from "../intent";
import type { Pool } from "../pool";
import { behaviorSpec } from "./behavior";
import { poolIntent } from "./deployment";
import { METADATA_ORIGINS, poolMetadata } from "./metadata";
import { metricOrigins, metricSpec } from "./metric-spec";
import { readyAnnotations } from "./ready";
import { scaleTarget, workloadRole } from "./scale-target";
import { scalerOptions } from "./scaler-options";

/** Kubernetes' own HorizontalPodAutoscaler for the pool, for CPU, memory and what an adapter serves. */
export function horizontalPodAutoscaler(pool: Pool): Declared {
    const { scale, workload } = pool;
    const annotations = {
        ...(workload.kind === "existing" ? { [INTENT_ANNOTATION]: writeIntent(poolIntent(pool)) } : {}),
        // An HPA has no Ready condition; AbleToScale says that its target exists and can be scaled.
        ...readyAnnotations(pool, "AbleToScale"),
    };
    return declare(
        "scaler",
        {
            apiVersion: "autoscaling/v2",
            kind: "HorizontalPodAutoscaler",
            metadata: poolMetadata(pool, pool.name, annotations),
            spec: {
                scaleTargetRef: scaleTarget(pool),
                minReplicas: scale.minReplicas,
                maxReplicas: scale.maxReplicas,
                behavior: behaviorSpec(scale.behavior),
                metrics: scale.triggers.map(metricSpec),
            },
        },
        [
            ...METADATA_ORIGINS,
            [["spec"], "scale"],
            [["spec", "scaleTargetRef"], "workload"],
            [["spec", "minReplicas"], "scale.minReplicas"],
            [["spec", "maxReplicas"], "scale.maxReplicas"],
            [["spec", "behavior"], "scale.behavior", "mirrored"],
            ...scale.triggers.flatMap(metricOrigins),
        ],
        scalerOptions(
            kubernetesType("autoscaling/v2", "HorizontalPodAutoscaler"),
            [workloadRole(pool)],
            scale,
        ),
    );
}
