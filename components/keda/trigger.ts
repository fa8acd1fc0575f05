import type * as pulumi from "@pulumi/pulumi";

/**
 * What the HPA does with a metric: `AverageValue` divides it by the replicas, `Value` compares it as it is,
 * `Utilization` is the share of what the pods request and exists for `cpu` and `memory` only.
 */
export type TriggerMetricType = "AverageValue" | "Value" | "Utilization";

/** Which object holds a trigger's credentials. A reference to nothing is not an error in KEDA: the scaler then runs without credentials. */
export interface AuthenticationRef {
    /** Name of the object; a `TriggerAuthentication` is looked for in the namespace of the scaler. */
    name: pulumi.Input<string>;
    /** Default: `TriggerAuthentication`. */
    kind?: pulumi.Input<"TriggerAuthentication" | "ClusterTriggerAuthentication" | undefined>;
}

/**
 * One source of a metric, as a ScaledJob takes it: KEDA 2.20.2
 * `config/crd/patches/scaledjob_patch.yaml` removes `metricType`, and cached metrics serve an HPA, which a
 * ScaledJob does not have.
 */
export interface ScaledJobTrigger {
    /** The scaler: `aws-sqs-queue`, `prometheus`, ... An unknown one is found only by the operator. */
    type: pulumi.Input<string>;
    /** The scaler's parameters. Numbers and booleans are written as text; a parameter that KEDA does not know is ignored. */
    metadata: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Unique among the triggers. */
    name?: pulumi.Input<string | undefined>;
    /** Default: none. */
    authenticationRef?: pulumi.Input<AuthenticationRef | undefined>;
}

/** One source of a metric, as a ScaledObject takes it (KEDA 2.20.2 `apis/keda/v1alpha1/scaletriggers_types.go`). */
export interface ScaledObjectTrigger extends ScaledJobTrigger {
    /** Unique among the triggers; a formula calls the metric by it, so it must be an identifier there (no dash). */
    name?: pulumi.Input<string | undefined>;
    /** Default: `AverageValue`. `cpu` and `memory` have no default and need one. */
    metricType?: pulumi.Input<TriggerMetricType | undefined>;
    /** Whether the HPA reads the value of the last poll instead of asking the source again. Default: false. Refused for `cpu`, `memory` and `cron`. */
    useCachedMetrics?: pulumi.Input<boolean | undefined>;
}
