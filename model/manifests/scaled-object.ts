import type { Declared, OriginEntry } from "../declared";
import { declare, kubernetesType } from "../declared";
import { INTENT_ANNOTATION, writeIntent } from "../intent";
import type { Pool } from "../pool";
import { KedaAnnotation } from "../triggers";
import { behaviorSpec } from "./behavior";
import { poolIntent } from "./deployment";
import { METADATA_ORIGINS, poolMetadata } from "./metadata";
import { pauseAnnotations } from "./pause";
import { readyAnnotations } from "./ready";
import { scaleTarget, workloadRole } from "./scale-target";
import { scalerOptions } from "./scaler-options";
import { authenticationRole } from "./trigger-authentication";
import { triggerOrigins, triggerSpec } from "./triggers";

/** KEDA's ScaledObject for the pool: bounds, behaviour both ways, and one trigger for each reason to scale. */
export function scaledObject(pool: Pool): Declared {
    const { scale, adopt, workload } = pool;
    const annotations = {
        ...(workload.kind === "existing" ? { [INTENT_ANNOTATION]: writeIntent(poolIntent(pool)) } : {}),
        ...(adopt.horizontalPodAutoscaler === undefined
            ? {}
            : { [KedaAnnotation.TransferOwnership]: "true" }),
        ...pauseAnnotations(pool),
        ...readyAnnotations(pool, "Ready"),
    };
    return declare(
        "scaler",
        {
            apiVersion: "keda.sh/v1alpha1",
            kind: "ScaledObject",
            metadata: poolMetadata(pool, pool.name, annotations),
            spec: {
                scaleTargetRef: scaleTarget(pool),
                // KEDA warns about both where a floor above zero leaves them without effect (#7271).
                ...(scale.sleep === undefined
                    ? {}
                    : {
                          pollingInterval: scale.sleep.pollingIntervalSeconds,
                          cooldownPeriod: scale.sleep.cooldownSeconds,
                          ...(scale.sleep.isIdleZero ? { idleReplicaCount: 0 } : {}),
                      }),
                minReplicaCount: scale.minReplicas,
                maxReplicaCount: scale.maxReplicas,
                ...(scale.onMetricLoss === undefined
                    ? {}
                    : { fallback: { ...scale.onMetricLoss, behavior: "currentReplicasIfHigher" } }),
                advanced: {
                    horizontalPodAutoscalerConfig: {
                        ...(adopt.horizontalPodAutoscaler === undefined
                            ? {}
                            : { name: adopt.horizontalPodAutoscaler }),
                        behavior: behaviorSpec(scale.behavior),
                    },
                },
                triggers: scale.triggers.map((trigger, index) => triggerSpec(pool, trigger, index)),
            },
        },
        [...METADATA_ORIGINS, ...SCALED_OBJECT_ORIGINS, ...scale.triggers.flatMap(triggerOrigins)],
        scalerOptions(
            kubernetesType("keda.sh/v1alpha1", "ScaledObject"),
            [
                workloadRole(pool),
                ...scale.triggers.flatMap((trigger, index) => authenticationRole(trigger, index) ?? []),
            ],
            scale,
        ),
    );
}

const SCALED_OBJECT_ORIGINS: readonly OriginEntry[] = [
    [["spec"], "scale"],
    [["spec", "scaleTargetRef"], "workload"],
    [["spec", "pollingInterval"], "scale.pollingIntervalSeconds"],
    [["spec", "cooldownPeriod"], "scale.cooldownSeconds"],
    [["spec", "idleReplicaCount"], "scale.scaleToZeroWhenIdle"],
    [["spec", "minReplicaCount"], "scale.minReplicas"],
    [["spec", "maxReplicaCount"], "scale.maxReplicas"],
    [["spec", "fallback"], "scale.onMetricLoss", "mirrored"],
    [["spec", "advanced"], "scale.behavior"],
    [["spec", "advanced", "horizontalPodAutoscalerConfig", "name"], "adopt.horizontalPodAutoscaler"],
    [["spec", "advanced", "horizontalPodAutoscalerConfig", "behavior"], "scale.behavior", "mirrored"],
];
