import type { Scaler } from "./scaler";

/**
 * Whether a ScaledJob starts jobs for a scaler's number: KEDA refuses CPU and memory there, which need a metric type
 * that a ScaledJob cannot give, and divides only numbers of the type AverageValue (KEDA 2.20.2
 * pkg/scaling/scaledjob/metrics.go getTargetAverageValue).
 */
export function startsJobs({ wakesFromZero, fixedMetricType, defaultMetricType }: Scaler): boolean {
    return wakesFromZero && !(fixedMetricType === true && defaultMetricType === "Value");
}
