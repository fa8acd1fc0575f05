import { describe, expect, it } from "vitest";
import { triggerMetadata } from "../../../model/rules/trigger-metadata";
import { findings } from "./support/findings";
import { scaledObject } from "./support/objects";

const judge = (type: string, metadata: object): string[] =>
    findings(
        triggerMetadata,
        scaledObject({ triggers: [{ type, metadata, authenticationRef: { name: "elsewhere" } }] }),
    ).map(({ message }) => message);

describe("aws-cloudwatch", () => {
    const base = { awsRegion: "eu-west-1", minMetricValue: "0", targetMetricValue: "5", expression: "e" };

    it.each([
        [{ metricStatPeriod: "60", metricCollectionTime: "120" }, []],
        [{ metricStatPeriod: "30", metricCollectionTime: "60" }, []],
        [
            { metricStatPeriod: "60", metricCollectionTime: "90" },
            ["metricCollectionTime is 90, no multiple of metricStatPeriod 60"],
        ],
        [
            { metricStatPeriod: "7", metricCollectionTime: "70" },
            ["metricStatPeriod is 7, which CloudWatch does not have"],
        ],
    ])("says of the periods %j: %j", (metadata, messages) => {
        expect(judge("aws-cloudwatch", { ...base, ...metadata })).toEqual(messages);
    });

    it("wants one value for each dimension", () => {
        const metric = {
            ...base,
            expression: "",
            namespace: "AWS/SQS",
            metricName: "m",
            dimensionName: "a;b",
        };
        expect(judge("aws-cloudwatch", { ...metric, dimensionValue: "x;y" })).toEqual([]);
        expect(judge("aws-cloudwatch", { ...metric, dimensionValue: "x" })).toEqual([
            "aws-cloudwatch has 2 dimensions and 1 values",
        ]);
    });
});

describe("rabbitmq", () => {
    const base = { queueName: "q", mode: "QueueLength", value: "5" };

    it.each([
        [{ host: "amqp://r/" }, 0],
        [{ host: "http://r/", mode: "MessageRate", useRegex: "true", timeout: "5s" }, 0],
        [{ hostFromEnv: "RABBIT", mode: "MessageRate" }, 0],
        [{ host: "amqp://r/", mode: "MessageRate" }, 1],
        [{ host: "amqps://r/", useRegex: "true", excludeUnacknowledged: "t" }, 2],
        [{ hostFromEnv: "RABBIT", protocol: "amqp", timeout: "5s" }, 1],
        [{ host: "http://r/", protocol: "amqp" }, 1],
        [{ host: "r:5672" }, 1],
    ])("knows what AMQP cannot do: %j", (metadata, count) => {
        expect(judge("rabbitmq", { ...base, ...metadata })).toHaveLength(count);
    });
});

describe("sumologic", () => {
    const base = {
        host: "https://s",
        queryType: "metrics",
        timerange: "5m",
        quantization: "15s",
        threshold: "5",
        "query.A": "metric=a",
        "query.B": "metric=b",
    };

    it("wants the row of the result among the queries", () => {
        expect(judge("sumologic", { ...base, resultQueryRowID: "B" })).toEqual([]);
        expect(judge("sumologic", { ...base, resultQueryRowID: "C" })).toEqual(['no query has the row "C"']);
        expect(judge("sumologic", { ...base, query: "q", resultQueryRowID: "B" })).toEqual([
            "sumologic cannot have query and query.* together",
        ]);
    });
});
