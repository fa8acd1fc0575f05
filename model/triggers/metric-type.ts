/** How Kubernetes compares a metric with its target. */
export const MetricType = {
    /** The metric is a total: replicas = total / target. KEDA's default. */
    AverageValue: "AverageValue",
    /** The metric is compared as it is: twice the target, twice the replicas. */
    Value: "Value",
    /** Percent of the pods' request; only CPU and memory. */
    Utilization: "Utilization",
} as const;
export type MetricType = (typeof MetricType)[keyof typeof MetricType];
