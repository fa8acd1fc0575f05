import type * as pulumi from "@pulumi/pulumi";

/** What a VerticalPodAutoscaler sizes: a well-known controller of pods, or anything with a `/scale` subresource. */
export interface VerticalTargetRef {
    /** Default: that of the kind, where VPA knows it. */
    apiVersion?: pulumi.Input<string | undefined>;
    kind: pulumi.Input<string>;
    name: pulumi.Input<string>;
}

/** What happens to a recommendation; `Auto` is deprecated, and `InPlace` needs a feature gate (VPA 1.7, alpha). */
export type UpdateModeName = "Off" | "Initial" | "Recreate" | "InPlaceOrRecreate" | "InPlace" | "Auto";

/** What must be true for a pod to be evicted. */
export interface EvictionRequirement {
    /** One resource at least must need this change. */
    changeRequirement: pulumi.Input<"TargetHigherThanRequests" | "TargetLowerThanRequests">;
    resources: pulumi.Input<pulumi.Input<string>[]>;
}

/** When and how pods get a recommendation. */
export interface PodUpdatePolicy {
    /** VPA's admission controller refuses a policy without one. Default without a policy: `Recreate`. */
    updateMode?: pulumi.Input<UpdateModeName | undefined>;
    /** Pods that must be alive before one is changed; 1 or more. Default: the updater's `--min-replicas`, 2. */
    minReplicas?: pulumi.Input<number | undefined>;
    /** All of them must hold. Default: none. */
    evictionRequirements?: pulumi.Input<pulumi.Input<EvictionRequirement>[] | undefined>;
    /** Seconds after its start within which a pod that ran out of memory is evicted; feature gate `PerVPAConfig`. */
    evictAfterOOMSeconds?: pulumi.Input<number | undefined>;
}

/** More CPU while a container starts (VPA 1.6, feature gate `CPUStartupBoost`). */
export interface StartupBoost {
    cpu?: pulumi.Input<CpuStartupBoost | undefined>;
}

/** How much more CPU, and for how long. */
export interface CpuStartupBoost {
    type: pulumi.Input<"Factor" | "Quantity">;
    /** With `Factor`: how many times the request. */
    factor?: pulumi.Input<number | undefined>;
    /** With `Quantity`: the request. */
    quantity?: pulumi.Input<string | undefined>;
    /** Seconds after the pod has become ready. Default: 0. */
    durationSeconds?: pulumi.Input<number | undefined>;
}

/** What VPA may do with one container. */
export interface ContainerResourcePolicy {
    /** Its name, or `*` for all that have no policy of their own. */
    containerName?: pulumi.Input<string | undefined>;
    /** `Off` leaves it alone. Default: `Auto`. */
    mode?: pulumi.Input<"Auto" | "Off" | undefined>;
    /** `cpu`, `memory`. Default: both. */
    controlledResources?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /** Whether limits keep their ratio to requests. Default: `RequestsAndLimits`. */
    controlledValues?: pulumi.Input<"RequestsAndLimits" | "RequestsOnly" | undefined>;
    /** Smallest recommendation, by resource. Default: the recommender's. */
    minAllowed?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
    /** Largest recommendation, by resource. Default: none. */
    maxAllowed?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
    /** How many times the memory after the container ran out of it; feature gate `PerVPAConfig`. */
    oomBumpUpRatio?: pulumi.Input<string | undefined>;
    /** How much more memory then, at least; feature gate `PerVPAConfig`. */
    oomMinBumpUp?: pulumi.Input<string | undefined>;
    /** Intervals of memory use that are looked at; feature gate `PerVPAConfig`. */
    memoryAggregationIntervalCount?: pulumi.Input<number | undefined>;
    /** Seconds of each such interval; feature gate `PerVPAConfig`. */
    memoryAggregationIntervalSeconds?: pulumi.Input<number | undefined>;
    startupBoost?: pulumi.Input<StartupBoost | undefined>;
}

/** What VPA may do with the containers of a pod; without a policy each is sized without bounds. */
export interface PodResourcePolicy {
    containerPolicies?: pulumi.Input<pulumi.Input<ContainerResourcePolicy>[] | undefined>;
}

/** Who makes the recommendation. */
export interface RecommenderSelector {
    name: pulumi.Input<string>;
}

/** The desired state of a VerticalPodAutoscaler (VPA 1.7.3 `deploy/vpa-v1-crd-gen.yaml`). */
export interface VerticalPodAutoscalerSpec {
    targetRef: pulumi.Input<VerticalTargetRef>;
    /** Default: the mode `Recreate`. */
    updatePolicy?: pulumi.Input<PodUpdatePolicy | undefined>;
    resourcePolicy?: pulumi.Input<PodResourcePolicy | undefined>;
    /** At most one. Default: VPA's own. */
    recommenders?: pulumi.Input<pulumi.Input<RecommenderSelector>[] | undefined>;
    startupBoost?: pulumi.Input<StartupBoost | undefined>;
}
