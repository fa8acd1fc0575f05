import type { Input } from "@pulumi/pulumi";
import type { Signal } from "./signal";

/** A metric of the pool's own pods, averaged over them; an adapter must serve `custom.metrics.k8s.io`. */
export interface PodsMetricArgs {
    /** The metric's name, as the adapter has it. */
    metricName: string;
    /** What one pod is meant to see: a quantity above 0, `10` or `500m`. */
    averageValue: string;
    /** Labels that the metric must have. Default: none. */
    matchLabels?: Record<string, Input<string>>;
}

/** A metric of another object in the pool's namespace; an adapter must serve `custom.metrics.k8s.io`. */
export interface ObjectMetricArgs {
    /** The metric's name, as the adapter has it. */
    metricName: string;
    /** The object that the metric is about. */
    describedObject: DescribedObjectArgs;
    /** The number that one replica is meant to see: a quantity above 0, `10` or `500m`. */
    target: string;
    /** What the number is; decides how it is divided among replicas. */
    signal: Signal;
    /** Labels that the metric must have. Default: none. */
    matchLabels?: Record<string, Input<string>>;
}

/** An object in the pool's namespace. */
export interface DescribedObjectArgs {
    /** `v1`, `networking.k8s.io/v1`. */
    apiVersion: string;
    /** `Service`, `Ingress`. */
    kind: string;
    /** Its name. */
    name: Input<string>;
}

/**
 * A metric of something outside of the cluster; an adapter other than KEDA must serve `external.metrics.k8s.io`. KEDA's
 * own gRPC scaler is `external`.
 */
export interface ExternalMetricArgs {
    /** The metric's name, as the adapter has it. */
    metricName: string;
    /** The number that one replica is meant to see: a quantity above 0, `10` or `500m`. */
    target: string;
    /** What the number is; decides how it is divided among replicas. */
    signal: Signal;
    /** Labels that the metric must have. Default: none. */
    matchLabels?: Record<string, Input<string>>;
}
