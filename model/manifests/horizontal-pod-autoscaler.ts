import type { Declared, Leaf } from "../declared";
import { isKnown, kubernetesType } from "../declared";
import { INTENT_ANNOTATION, writeIntent } from "../intent";
import type { Pool, PoolTrigger } from "../pool";
import { behaviorSpec } from "./behavior";
import type { OriginEntry } from "./declare";
import { declare } from "./declare";
import { poolIntent } from "./deployment";
import { METADATA_ORIGINS, poolMetadata } from "./metadata";
import { readyAnnotations } from "./ready";
import { scaleTarget, workloadRole } from "./scale-target";
import { scalerOptions } from "./scaler-options";

/** Kubernetes' own HorizontalPodAutoscaler for the pool, for CPU and memory. */
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
                metrics: scale.triggers.map(resourceMetric),
            },
        },
        [
            ...METADATA_ORIGINS,
            [["spec"], "scale"],
            [["spec", "scaleTargetRef"], "workload"],
            [["spec", "minReplicas"], "scale.minReplicas"],
            [["spec", "maxReplicas"], "scale.maxReplicas"],
            [["spec", "behavior"], "scale.behavior", "mirrored"],
            ...scale.triggers.map((trigger, index): OriginEntry => [
                ["spec", "metrics", index],
                trigger.values,
            ]),
        ],
        scalerOptions(kubernetesType("autoscaling/v2", "HorizontalPodAutoscaler"), [workloadRole(pool)]),
    );
}

function resourceMetric(trigger: PoolTrigger): Readonly<Record<string, unknown>> {
    const value = trigger.metadata["value"];
    const target =
        trigger.metricType === "Utilization"
            ? { type: "Utilization", averageUtilization: Number(plain(value)) }
            : { type: "AverageValue", averageValue: value };
    const container = trigger.metadata["containerName"];
    return container === undefined
        ? { type: "Resource", resource: { name: trigger.type, target } }
        : { type: "ContainerResource", containerResource: { name: trigger.type, container, target } };
}

/** Targets are plain numbers by their shape; anything else would be an error here, not a value. */
function plain(value: Leaf<string> | undefined): string {
    if (value === undefined || !isKnown(value))
        throw new Error("a CPU or memory target is plain by its shape");
    return value;
}
