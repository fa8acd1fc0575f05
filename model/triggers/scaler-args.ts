import type { Input } from "@pulumi/pulumi";
import type { Signal } from "./signal";

/** Amazon SQS (KEDA `aws-sqs-queue`, 1.0): messages that wait, and by default those in flight. */
export interface AwsSqsQueueTriggerArgs {
    /** URL of the queue. */
    queueUrl: Input<string>;
    /** Region of the queue, `eu-west-1`. */
    awsRegion: Input<string>;
    /** Messages for each replica. Default: 5. */
    queueLength?: number;
    /** The pool wakes when there are more messages than this. Default: 0. */
    activationQueueLength?: number;
    /** Whether messages that somebody works on count. Default: true. */
    scaleOnInFlight?: boolean;
    /** Whether delayed messages count. Default: false. */
    scaleOnDelayed?: boolean;
    /** Another endpoint, for tests. Default: the region's. */
    awsEndpoint?: Input<string>;
}

/** CPU use (KEDA `cpu`, HPA Resource metric); exactly one of `averageUtilization` and `averageValue`. */
export interface CpuTriggerArgs {
    /** Percent of the CPU request, averaged over the pods. */
    averageUtilization?: number;
    /** A quantity for each pod, `500m`. */
    averageValue?: string;
    /** Only this container's use. Default: all containers. */
    containerName?: string;
}

/** A window of time (KEDA `cron`, 1.5): a floor while it is open, never a ceiling. */
export interface CronTriggerArgs {
    /** IANA time zone, `Europe/Berlin`. */
    timezone: string;
    /** When the window opens: minute, hour, day of month, month, day of week. */
    start: string;
    /** When the window closes, on the same days as `start`. */
    end: string;
    /** Replicas to keep at least while the window is open. */
    desiredReplicas: number;
}

/** Memory use (KEDA `memory`, HPA Resource metric); exactly one of `averageUtilization` and `averageValue`. */
export interface MemoryTriggerArgs {
    /** Percent of the memory request, averaged over the pods. */
    averageUtilization?: number;
    /** A quantity for each pod, `6Gi`. */
    averageValue?: string;
    /** Only this container's use. Default: all containers. */
    containerName?: string;
}

/** A PromQL query (KEDA `prometheus`, 1.0) that gives one number. */
export interface PrometheusTriggerArgs {
    /** Address of the server, `http://prometheus.monitoring:9090`. */
    serverAddress: Input<string>;
    /** The query; its result must be a single element. */
    query: Input<string>;
    /** What the number is; decides how it is divided among replicas. */
    signal: Signal;
    /** The number that one replica is meant to see. */
    threshold: number;
    /** The pool wakes when the number is above this. Default: 0. */
    activationThreshold?: number;
    /** Whether an empty result counts as 0 rather than as a failure. Default: false (KEDA's own default is true). */
    ignoreNullValues?: boolean;
    /** Namespace for multi-tenant servers. Default: none. */
    namespace?: Input<string>;
    /** Whether certificates are left unchecked. Default: false. */
    unsafeSsl?: boolean;
}

/** Redis list (KEDA `redis`, 1.0); exactly one of `address` and `addressFromEnv`. */
export interface RedisTriggerArgs {
    /** Host and port, `redis.agents:6379`. */
    address?: Input<string>;
    /** The container's environment variable that holds host and port. */
    addressFromEnv?: string;
    /** The list. */
    listName: Input<string>;
    /** Items for each replica. Default: 5. */
    listLength?: number;
    /** The pool wakes when there are more items than this. Default: 0. */
    activationListLength?: number;
    /** The database. Default: 0. */
    databaseIndex?: number;
    /** Whether the connection is encrypted. Default: false. */
    enableTls?: boolean;
    /** Whether certificates are left unchecked. Default: false. */
    unsafeSsl?: boolean;
}
