import type { input } from "@pulumi/kubernetes/types";
import type * as pulumi from "@pulumi/pulumi";
import type { ScaledObjectTrigger } from "./trigger";

/** What a ScaledObject scales: anything with a `/scale` subresource, in the ScaledObject's own namespace. */
export interface ScaleTargetRef {
    /** Name of the workload; at least one character. */
    name: pulumi.Input<string>;
    /** Default: `apps/v1`. */
    apiVersion?: pulumi.Input<string | undefined>;
    /** Default: `Deployment`. */
    kind?: pulumi.Input<string | undefined>;
    /** The container whose environment the triggers' `...FromEnv` parameters read. Default: the first one. */
    envSourceContainerName?: pulumi.Input<string | undefined>;
}

/** How many replicas a broken metric leads to; all but `static` start from what runs, and `scalingModifiers` needs a formula. */
export type FallbackBehavior =
    "static" | "currentReplicas" | "currentReplicasIfHigher" | "currentReplicasIfLower" | "scalingModifiers";

/** What to do when a metric cannot be read. */
export interface ScaledObjectFallback {
    /** The fallback begins when more reads in a row than this have failed; 0 or more. */
    failureThreshold: pulumi.Input<number>;
    /** Replicas while it lasts; 0 or more. */
    replicas: pulumi.Input<number>;
    /** Default: `static`, which is `replicas` alone. */
    behavior?: pulumi.Input<FallbackBehavior | undefined>;
}

/** One metric computed from those of the triggers, in their place. `formula` and `target` go together. */
export interface ScalingModifiers {
    /** An expression over the triggers' names (expr-lang). */
    formula?: pulumi.Input<string | undefined>;
    /** The value of the formula that one replica stands for, as text. */
    target?: pulumi.Input<string | undefined>;
    /** The target counts as active above this value, as text. Default: `0`. */
    activationTarget?: pulumi.Input<string | undefined>;
    /** Default: `AverageValue`. */
    metricType?: pulumi.Input<"AverageValue" | "Value" | undefined>;
}

/** The HorizontalPodAutoscaler that KEDA creates for the ScaledObject. */
export interface HorizontalPodAutoscalerConfig {
    /** Default: `keda-hpa-` and the name of the ScaledObject. Another name deletes the HPA and creates a new one. */
    name?: pulumi.Input<string | undefined>;
    /**
     * Copied to the HPA as it is. Of its values the CRD checks only `stabilizationWindowSeconds`, 0 to 3600
     * (`config/crd/patches/scaledobject_patch.yaml`); the rest is found when KEDA writes the HPA.
     */
    behavior?: pulumi.Input<input.autoscaling.v2.HorizontalPodAutoscalerBehavior | undefined>;
}

/** The rarer settings of a ScaledObject. */
export interface ScaledObjectAdvanced {
    /** Whether deleting the ScaledObject gives its target back the replicas that it had at first. Default: false. */
    restoreToOriginalReplicaCount?: pulumi.Input<boolean | undefined>;
    horizontalPodAutoscalerConfig?: pulumi.Input<HorizontalPodAutoscalerConfig | undefined>;
    scalingModifiers?: pulumi.Input<ScalingModifiers | undefined>;
}

/**
 * The desired state of a ScaledObject (KEDA 2.20.2 `config/crd/bases/keda.sh_scaledobjects.yaml`, with the
 * defaults of `pkg/scaling/executor/scale_executor.go`).
 */
export interface ScaledObjectSpec {
    scaleTargetRef: pulumi.Input<ScaleTargetRef>;
    /** At least one. */
    triggers: pulumi.Input<pulumi.Input<ScaledObjectTrigger>[]>;
    /** Seconds between two looks at the metrics while KEDA alone decides, that is between 0 and 1 replica; 1 or more. Default: 30. */
    pollingInterval?: pulumi.Input<number | undefined>;
    /** Seconds after the last activity until the target goes to zero or to `idleReplicaCount`; 0 or more. Default: 300. */
    cooldownPeriod?: pulumi.Input<number | undefined>;
    /** Seconds after the creation of the ScaledObject before it may go to zero for the first time; 0 or more. Default: 0. */
    initialCooldownPeriod?: pulumi.Input<number | undefined>;
    /** Replicas without activity, below `minReplicaCount`; only 0 works (kedacore/keda#2314). Default: none. */
    idleReplicaCount?: pulumi.Input<number | undefined>;
    /** 0 or more, and at most `maxReplicaCount`. Default: 0. */
    minReplicaCount?: pulumi.Input<number | undefined>;
    /** 1 or more. Default: 100. */
    maxReplicaCount?: pulumi.Input<number | undefined>;
    /** Default: none; a metric that cannot be read then leaves the replicas to the HPA. */
    fallback?: pulumi.Input<ScaledObjectFallback | undefined>;
    advanced?: pulumi.Input<ScaledObjectAdvanced | undefined>;
}
