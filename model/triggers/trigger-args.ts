import type { AuthenticationArgs } from "./authentication-args";
import type {
    AwsSqsQueueTriggerArgs,
    CpuTriggerArgs,
    CronTriggerArgs,
    MemoryTriggerArgs,
    PrometheusTriggerArgs,
    RedisTriggerArgs,
} from "./scaler-args";

/** One reason to scale: exactly one scaler, and how KEDA logs in to its source. */
export interface TriggerArgs {
    /** A name for messages and metrics; unique in the pool. Default: none. */
    name?: string;
    /** Length of an Amazon SQS queue. */
    awsSqsQueue?: AwsSqsQueueTriggerArgs;
    /** CPU use of the pods. */
    cpu?: CpuTriggerArgs;
    /** A window of time in which a number of replicas is kept at least. */
    cron?: CronTriggerArgs;
    /** Memory use of the pods. */
    memory?: MemoryTriggerArgs;
    /** The result of a PromQL query. */
    prometheus?: PrometheusTriggerArgs;
    /** Length of a Redis list. */
    redis?: RedisTriggerArgs;
    /** How KEDA logs in. Default: it does not. */
    authentication?: AuthenticationArgs;
}
