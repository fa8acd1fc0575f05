import { describe, expect, it } from "vitest";
import { Secret, Unknown } from "../../../model/declared";
import type { Scaler } from "../../../model/triggers";
import { CATALOGUE, countsOnlyTaken, countsTaken, scalerByType, startsJobs } from "../../../model/triggers";

function scaler(type: string): Scaler {
    const found = scalerByType(type);
    if (found === undefined) throw new Error(`no scaler ${type}`);
    return found;
}

const counts = (type: string, metadata: Readonly<Record<string, unknown>> = {}): boolean | undefined =>
    countsTaken(scaler(type), metadata);

describe("whether a number still counts a task that somebody has taken", () => {
    it("is no for lists and queues that a worker takes tasks out of", () => {
        for (const type of ["redis", "redis-cluster", "redis-sentinel", "nsq", "temporal", "ibmmq"]) {
            expect(counts(type), type).toBe(false);
        }
        expect(counts("azure-pipelines")).toBe(false);
    });

    it("is yes for what counts until it is acknowledged, committed or deleted, and for what never falls", () => {
        for (const type of [
            "kafka",
            "apache-kafka",
            "pulsar",
            "azure-servicebus",
            "activemq",
            "beanstalkd",
        ]) {
            expect(counts(type), type).toBe(true);
        }
        for (const type of ["azure-blob", "github-runner", "nats-jetstream", "cron", "aws-kinesis-stream"]) {
            expect(counts(type), type).toBe(true);
        }
    });

    it("is not known for whatever a query gives", () => {
        for (const type of ["prometheus", "postgresql", "external", "metrics-api", "mongodb"]) {
            expect(counts(type), type).toBeUndefined();
        }
    });

    it("is decided by messages in flight for Amazon SQS, which count unless they are left out", () => {
        expect(counts("aws-sqs-queue")).toBe(true);
        expect(counts("aws-sqs-queue", { scaleOnInFlight: "True" })).toBe(true);
        expect(counts("aws-sqs-queue", { scaleOnInFlight: "false" })).toBe(false);
        expect(counts("aws-sqs-queue", { scaleOnInFlight: new Unknown("x", "x") })).toBeUndefined();
        expect(counts("aws-sqs-queue", { scaleOnInFlight: new Secret("x") })).toBeUndefined();
        expect(scaler("aws-sqs-queue").leavingOutTaken).toEqual({ scaleOnInFlight: false });
    });

    it("is decided by the target of a Redis stream: its lag falls, the others hold what is in the works", () => {
        const group = { consumerGroup: "g" };
        for (const type of ["redis-streams", "redis-cluster-streams", "redis-sentinel-streams"]) {
            expect(counts(type, { ...group, lagCount: "5" })).toBe(false);
            expect(counts(type, { ...group, pendingEntriesCount: "5" })).toBe(true);
            expect(counts(type, group)).toBe(true);
            // Without a group KEDA takes the length, whatever else is written.
            expect(counts(type, { lagCount: "5" })).toBe(true);
            expect(countsOnlyTaken(scaler(type), group)).toBe(true);
            expect(countsOnlyTaken(scaler(type), { ...group, lagCount: "5" })).toBe(false);
            expect(countsOnlyTaken(scaler(type), {})).toBe(false);
        }
    });

    it("is decided by the way of asking for RabbitMQ, and open where the address decides that", () => {
        const length = { mode: "QueueLength", value: "5" };
        expect(counts("rabbitmq", { ...length, excludeUnacknowledged: "true" })).toBe(false);
        expect(counts("rabbitmq", { ...length, protocol: "amqp" })).toBe(false);
        expect(counts("rabbitmq", { ...length, protocol: "http" })).toBe(true);
        expect(counts("rabbitmq", length)).toBeUndefined();
        expect(counts("rabbitmq", { mode: "MessageRate", protocol: "http" })).toBeUndefined();
    });

    it("is open where only some modes count tasks", () => {
        expect(counts("gcp-pubsub")).toBe(true);
        expect(counts("gcp-pubsub", { mode: "OldestUnackedMessageAge" })).toBeUndefined();
        expect(counts("azure-queue")).toBe(true);
        expect(counts("azure-queue", { queueLengthStrategy: "visibleonly" })).toBeUndefined();
        expect(counts("solace-event-queue", { messageCountTarget: "5" })).toBe(true);
        expect(counts("solace-event-queue", { messageReceiveRateTarget: "5" })).toBeUndefined();
    });
});

describe("the catalogue", () => {
    it("decides by keys and arguments that the scaler has", () => {
        for (const {
            type,
            fields,
            targets,
            countsTaken: cases = [],
            leavingOutTaken = {},
        } of CATALOGUE.values()) {
            const keys = Object.values(fields).map(({ key }) => key);
            for (const { target, when = {} } of cases) {
                expect([...keys, undefined], type).toContain(target);
                expect([...targets.map(({ key }) => key), undefined], type).toContain(target);
                expect(
                    Object.keys(when).filter((key) => !keys.includes(key)),
                    type,
                ).toEqual([]);
            }
            expect(
                Object.keys(leavingOutTaken).filter((member) => !(member in fields)),
                type,
            ).toEqual([]);
        }
    });

    it("knows which scalers can start no jobs: without a metric type, or with numbers that are no totals", () => {
        const without = [...CATALOGUE.values()].filter((each) => !startsJobs(each)).map(({ type }) => type);
        expect(without).toEqual(["cpu", "memory", "splunk-observability"]);
    });
});
