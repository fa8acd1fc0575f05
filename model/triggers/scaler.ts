/** How Kubernetes compares a metric with its target. */
export type MetricType = "AverageValue" | "Value" | "Utilization";

/** How KEDA parses a metadata value (`pkg/scalers/scalersconfig/typed_config.go`, 2.20.2). */
export type FieldKind = "text" | "integer" | "number" | "boolean" | "quantity" | "signal";

/** One argument of a scaler and the metadata key that it becomes. */
export interface ScalerField {
    /** KEDA's metadata key. */
    readonly key: string;
    readonly kind: FieldKind;
    readonly required?: true;
    /** KEDA's default, as text, where it has one. */
    readonly default?: string;
    /** Smallest value, inclusive. */
    readonly min?: number;
    /** Whether the value must be above 0: the target that the metric is divided by. */
    readonly positive?: true;
    /** Whether the value decides scale and so must be plain; an identity may be an Output. */
    readonly plain?: true;
    /** The metric type that this field selects (cpu and memory). */
    readonly metricType?: MetricType;
}

/** One KEDA scaler: its arguments, and how it behaves. */
export interface Scaler {
    /** KEDA's trigger type, `aws-sqs-queue`. */
    readonly type: string;
    /** The member of `TriggerArgs`, `awsSqsQueue`. */
    readonly member: string;
    /** What it counts, for sentences: `messages`. */
    readonly unit: string;
    /** Arguments by member name. */
    readonly fields: Readonly<Record<string, ScalerField>>;
    /** Sets of arguments of which exactly one must be given. */
    readonly exactlyOne?: readonly (readonly string[])[];
    /** Metadata keys that KEDA reads and that are no argument here; hand-written objects may use them. */
    readonly otherKeys: readonly string[];
    /** Metadata keys of which hand-written objects need one: for each list, at least one key. */
    readonly needsOneKeyOf: readonly (readonly string[])[];
    /** The metadata key of the target, absent where the scaler has none. */
    readonly targetKey: string;
    /** The metadata key of the activation threshold, where it has one. */
    readonly activationKey?: string;
    /** Metric types that KEDA accepts. */
    readonly metricTypes: readonly MetricType[];
    /** What KEDA uses when none is given; cpu and memory have none and refuse. */
    readonly defaultMetricType?: MetricType;
    /** Whether the trigger can wake a pool from zero. */
    readonly wakesFromZero: boolean;
    /** Whether `useCachedMetrics` is accepted. */
    readonly cacheable: boolean;
    /** Keys that hold a credential; they belong in a TriggerAuthentication. */
    readonly secretKeys: readonly string[];
}
