import type { MetricType } from "./metric-type";

/** How KEDA parses a metadata value (`pkg/scalers/scalersconfig/typed_config.go`, 2.20.2). */
export type FieldKind =
    | "text"
    | "integer"
    | "number"
    | "boolean"
    | "quantity"
    /** Go's form, `1m30s`; KEDA also takes a bare number of milliseconds. */
    | "duration"
    /** Texts with a separator between them. */
    | "list"
    /** `key=value`, with commas between them. */
    | "map"
    | "choice"
    /** Further keys of the metadata, each with the field's key in front. */
    | "metadata"
    /** No metadata at all: it selects the metric type. */
    | "signal";

/** The forms of a text that KEDA or its source parses further. */
export type SyntaxName =
    | "json"
    | "hoursAndMinutes"
    | "hoursMinutesSeconds"
    | "azureResource"
    | "longDuration"
    | "basic"
    | "activemqAddress"
    | "artemisAddress";

/** Values of which one must be chosen. */
export interface FieldChoices {
    readonly values: readonly string[];
    /** How KEDA compares: letter by letter (default), by letters of any case, or not at all. */
    readonly check?: "anyCase" | "none";
}

/** One argument of a scaler and the metadata key that it becomes. */
export interface ScalerField {
    /** KEDA's metadata key; of kind `metadata` what stands in front of each key. */
    readonly key: string;
    readonly kind: FieldKind;
    readonly required?: true;
    /** KEDA's default, as text, where it has one. */
    readonly default?: string;
    /** What is written where the argument is left out, because our default differs from KEDA's. */
    readonly written?: string;
    /** Smallest value, inclusive. */
    readonly min?: number;
    /** Largest value, inclusive. */
    readonly max?: number;
    /** Whether KEDA itself refuses what is out of these bounds; other values are only of no use. */
    readonly bounded?: true;
    /** Whether the value must be above 0, as the target that the metric is divided by. */
    readonly positive?: true;
    /** Whether the value decides scale and so must be plain; an identity may be an Output. */
    readonly plain?: true;
    /** The metric type that this field selects (cpu and memory). */
    readonly metricType?: MetricType;
    /** What separates the items of a list. Default: a comma. */
    readonly separator?: string;
    /** What false and true are called, where it is not `false` and `true`. */
    readonly words?: readonly [string, string];
    readonly choices?: FieldChoices;
    readonly syntax?: SyntaxName;
}

/** A metadata key that a metric is divided by. */
export interface ScalerTarget {
    readonly key: string;
    /** The key beside which it counts. */
    readonly with?: string;
    /** The key beside which it does not count. */
    readonly without?: string;
}

/**
 * Alternatives, each a set of keys: of one set, all must be given. A key may be a metadata key, also by its
 * environment variable, a parameter of the authentication, `key=value`, or an identity such as `@aws`.
 */
export type Need = readonly (readonly string[])[];

/** What is needed once a key is given, or has a value, its default included. */
export interface ScalerCondition {
    readonly key: string;
    readonly is?: string;
    readonly isNot?: string;
    readonly needs: Need;
}

/** A metadata key that KEDA gives up. */
export interface DeprecatedKey {
    /** What to use in its place, where there is something. */
    readonly instead?: string;
    /** Whether KEDA 2.20 refuses it already. */
    readonly removed?: true;
}

/** Whether a number counts tasks that somebody has taken, in one case; it is not known where no case holds. */
export interface CountsTaken {
    readonly counts: boolean;
    /** Whether it counts nothing else, so that a new task is not in it. */
    readonly only?: true;
    /** The metadata key that the number is divided by in this case. */
    readonly target?: string;
    /** Values of metadata keys that must all be there, defaults included. */
    readonly when?: Readonly<Record<string, string>>;
}

/** KEDA's names of the identities that a scaler can log in with. */
export type PodIdentity = "aws" | "azure-workload" | "gcp";

/** One KEDA scaler: its arguments, and how it behaves. */
export interface Scaler {
    /** KEDA's trigger type, `aws-sqs-queue`. */
    readonly type: string;
    /** The member of `TriggerArgs`, `awsSqsQueue`. */
    readonly member: string;
    /** What it counts, for sentences: `messages`. */
    readonly unit: string;
    /** What to use in its place, where KEDA gives the scaler up. */
    readonly deprecated?: string;
    /** Arguments by member name. */
    readonly fields: Readonly<Record<string, ScalerField>>;
    /** Sets of arguments of which exactly one must be given. */
    readonly exactlyOne?: readonly (readonly string[])[];
    /** Metadata keys that KEDA reads and that are no argument here; hand-written objects may use them. */
    readonly otherKeys: readonly string[];
    /** Metadata keys that KEDA gives up. */
    readonly deprecatedKeys?: Readonly<Record<string, DeprecatedKey>>;
    /** What KEDA asks for, from the metadata or the authentication. */
    readonly needs: readonly Need[];
    /** Pairs of keys, or of `key=value`, that KEDA refuses together. */
    readonly conflicts?: readonly (readonly string[])[];
    readonly conditions?: readonly ScalerCondition[];
    /** The metadata keys of the target; of several that count, the first that is given. */
    readonly targets: readonly ScalerTarget[];
    /** The target of a scaler whose author cannot choose it. */
    readonly fixedTarget?: number;
    /** Whether the target may be left out where a formula combines the triggers. */
    readonly targetFreeWithFormula?: true;
    /** The metadata key of the activation threshold, where it has one. */
    readonly activationKey?: string;
    /** Metric types that KEDA accepts. */
    readonly metricTypes: readonly MetricType[];
    /** What KEDA uses when none is given; cpu and memory have none and refuse. */
    readonly defaultMetricType?: MetricType;
    /** Whether KEDA ignores the metric type that is given, and takes the default. */
    readonly fixedMetricType?: true;
    /** Whether the trigger can wake a pool from zero. */
    readonly wakesFromZero: boolean;
    /** Whether `useCachedMetrics` is accepted. */
    readonly cacheable: boolean;
    /** Whether a ScaledJob can use it. */
    readonly scaledJob: boolean;
    /**
     * Whether the number counts a task for as long as somebody works on it, rather than until somebody takes it; the
     * first case that holds. Absent where the number is whatever a query gives.
     */
    readonly countsTaken?: readonly CountsTaken[];
    /** Arguments with which the number leaves out the tasks that somebody has taken, by member. */
    readonly leavingOutTaken?: Readonly<Record<string, boolean>>;
    /** The identities that it can log in with. */
    readonly identities: readonly PodIdentity[];
    /** The parameters that it reads from a TriggerAuthentication. */
    readonly parameters: readonly string[];
    /** Keys that hold a credential; they belong in a TriggerAuthentication. */
    readonly secretKeys: readonly string[];
    /** Whether keys that are not known here are passed on to the source. */
    readonly passesKeysOn?: true;
}
