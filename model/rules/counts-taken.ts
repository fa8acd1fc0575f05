import { Secret, Unknown } from "../declared";
import type { Scaler } from "../triggers";
import { isGiven, kedaBoolean, metadataText } from "../triggers";

type Metadata = Readonly<Record<string, unknown>>;

/**
 * Sources whose number holds a task until it is done, not only until somebody takes it (KEDA 2.20.2 pkg/scalers; the
 * brokers' own metrics). Of queries and of anything else it is not known.
 */
const COUNTING: ReadonlyMap<string, (metadata: Metadata) => boolean> = new Map([
    // aws_sqs_queue_scaler.go: ApproximateNumberOfMessagesNotVisible, unless it is switched off.
    ["aws-sqs-queue", (metadata: Metadata) => isOn(metadata["scaleOnInFlight"])],
    // azure_queue_scaler.go: the approximate count of all messages.
    ["azure-queue", (metadata: Metadata) => metadataText(metadata["queueLengthStrategy"]) !== "visibleonly"],
    // beanstalkd_scaler.go: ready and reserved jobs.
    ["beanstalkd", () => true],
    // The lag ends where an offset is committed.
    ["apache-kafka", () => true],
    ["kafka", () => true],
    // nats_jetstream_scaler.go: num_pending and num_ack_pending.
    ["nats-jetstream", () => true],
    // The backlog of a subscription holds what is not acknowledged.
    ["pulsar", () => true],
    // redis_streams_scaler.go: pending entries are those that somebody has taken and not acknowledged.
    ["redis-streams", countsPending],
    ["redis-cluster-streams", countsPending],
    ["redis-sentinel-streams", countsPending],
]);

/** Whether the number of a trigger counts a task for as long as somebody works on it; `undefined` where it is not known. */
export function countsTaken(scaler: Scaler, metadata: Metadata): boolean | undefined {
    return COUNTING.get(scaler.type)?.(metadata);
}

function isOn(value: unknown): boolean {
    if (value instanceof Unknown || value instanceof Secret) return false;
    return kedaBoolean(metadataText(value) ?? "true") === true;
}

function countsPending(metadata: Metadata): boolean {
    return isGiven(metadata["consumerGroup"]) && !isGiven(metadata["lagCount"]);
}
