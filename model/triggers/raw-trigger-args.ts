import type { Input } from "@pulumi/pulumi";
import type { MetricType } from "./metric-type";

/** A trigger in KEDA's own form, for what no typed member can say. */
export interface RawTriggerArgs {
    /** KEDA's trigger type, `redis`. */
    type: string;
    /** KEDA's metadata, each value as text. */
    metadata: Record<string, Input<string>>;
    /** How Kubernetes compares the metric with its target. Default: AverageValue; CPU and memory have none. */
    metricType?: MetricType;
}
