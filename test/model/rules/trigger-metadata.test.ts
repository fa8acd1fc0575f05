import { describe, expect, it } from "vitest";
import { secretInMetadata } from "../../../model/rules/secret-in-metadata";
import { triggerMetadata } from "../../../model/rules/trigger-metadata";
import { allFindings, findings } from "./support/findings";
import {
    cpu,
    cron,
    horizontalPodAutoscaler,
    redis,
    scaledJob,
    scaledObject,
    secret,
    unknown,
} from "./support/objects";
import { RECORDED_TRIGGERS } from "./support/recorded-triggers";

describe("trigger-metadata", () => {
    const at = "spec.triggers[0].metadata";
    const judge = (trigger: object) => findings(triggerMetadata, scaledObject({ triggers: [trigger] }));
    const sqs = (metadata: object, trigger: object = {}) => ({
        type: "aws-sqs-queue",
        metadata: {
            queueURL: "https://sqs.eu-west-1.amazonaws.com/1/tasks",
            awsRegion: "eu-west-1",
            ...metadata,
        },
        ...trigger,
    });
    const prometheus = (metadata: object, trigger: object = {}) => ({
        type: "prometheus",
        metadata: { serverAddress: "http://prometheus:9090", query: "sum(x)", threshold: "5", ...metadata },
        ...trigger,
    });
    const authenticationRef = { name: "auth" };

    it("reports values that are not text, with the text to write", () => {
        expect(judge(redis({ listLength: 5, enableTLS: true, listName: ["a"] }))).toMatchObject([
            {
                severity: "error",
                message: "enableTLS is true, and KEDA accepts text only",
                fix: 'write "true"',
                path: `${at}.enableTLS`,
            },
            {
                message: "listLength is 5, and KEDA accepts text only",
                fix: 'write "5"',
                path: `${at}.listLength`,
            },
            {
                message: "listName is an object or a list, and KEDA accepts text only",
                path: `${at}.listName`,
            },
        ]);
    });

    it("reports texts that KEDA cannot parse, at their key", () => {
        expect(judge(redis({ listLength: "5.5" }))).toMatchObject([
            {
                severity: "error",
                message: 'listLength: "5.5" is not a whole number',
                path: `${at}.listLength`,
            },
        ]);
        expect(judge(sqs({ scaleOnInFlight: "no" }, { authenticationRef }))).toMatchObject([
            { message: 'scaleOnInFlight: "no" is not a boolean', fix: 'write "true" or "false"' },
        ]);
        expect(judge(prometheus({ threshold: "5k" }))).toHaveLength(1);
    });

    it("warns of a key that KEDA ignores, with the one that was meant", () => {
        expect(judge(redis({ listLenght: "5" }))).toMatchObject([
            {
                severity: "warning",
                message: 'redis has no "listLenght"; KEDA ignores it without a word',
                fix: "did you mean listLength?",
                path: `${at}.listLenght`,
            },
        ]);
        expect(judge(prometheus({ metricName: "queue" }))[0]?.fix).toBe("remove it");
        expect(judge(prometheus({ thresholdFromEnv: "T" }))).toMatchObject([{ severity: "warning" }]);
    });

    it("reports what is missing", () => {
        expect(judge({ type: "redis", metadata: { listName: " " } })).toMatchObject([
            {
                severity: "error",
                message: "redis needs address, or host and port",
                fix: "give address, as host:port",
                path: at,
            },
            { message: "redis needs listName", fix: "give listName", path: at },
        ]);
        expect(judge({ type: "cron" }).map(({ message }) => message)).toEqual([
            "cron needs desiredReplicas",
            "cron needs end",
            "cron needs start",
            "cron needs timezone",
        ]);
    });

    it("lets the authentication supply what KEDA reads from there, and no more", () => {
        const byAuthentication = { type: "redis", metadata: { listName: "tasks" }, authenticationRef };
        expect(judge(byAuthentication)).toEqual([]);
        expect(judge(sqs({ awsRegion: undefined }, { authenticationRef }))).toEqual([]);
        expect(judge({ type: "redis", metadata: {}, authenticationRef })).toMatchObject([
            { message: "redis needs listName" },
        ]);
        expect(judge(prometheus({ serverAddress: undefined }, { authenticationRef }))).toHaveLength(1);
    });

    it("reports an SQS trigger without an identity, and a URL without a queue", () => {
        expect(judge(sqs({}))).toMatchObject([
            { severity: "error", message: "aws-sqs-queue has no AWS identity", path: at },
        ]);
        expect(judge(sqs({ identityOwner: "pod" }))).toHaveLength(1);
        expect(judge(sqs({ identityOwner: "operator" }))).toEqual([]);
        expect(judge(sqs({ identityOwner: unknown() }))).toEqual([]);
        const keys = { awsAccessKeyIDFromEnv: "ID", awsSecretAccessKeyFromEnv: "KEY" };
        expect(judge(sqs(keys))).toEqual([]);
        const url = { queueURL: "https://sqs.eu-west-1.amazonaws.com/tasks" };
        expect(judge(sqs(url, { authenticationRef }))).toMatchObject([
            { message: "queueURL names no queue: its path is not /account/name", path: `${at}.queueURL` },
        ]);
    });

    it("reads the value of CPU and memory by its metric type", () => {
        expect(judge(cpu({ value: "500m" }))).toMatchObject([
            { severity: "error", message: 'value: "500m" is not a whole percentage', path: `${at}.value` },
        ]);
        expect(judge(cpu({ value: "500m" }, { metricType: "AverageValue" }))).toEqual([]);
        expect(judge(cpu({ value: "8GB" }, { type: "memory", metricType: "AverageValue" }))).toMatchObject([
            { message: 'value: "8GB" is not a quantity', fix: 'did you mean "8G" or "8Gi"?' },
        ]);
        expect(judge(cpu({ value: "2147483648" }))).toHaveLength(1);
        for (const value of ["70", "070", "+70", " 70 ", "2147483647"])
            expect(judge(cpu({ value }))).toEqual([]);
        expect(judge(cpu({ value: "anything" }, { metricType: unknown() }))).toEqual([]);
    });

    it("reports the type that KEDA has removed from the metadata of CPU and memory", () => {
        expect(judge(cpu({ type: "Utilization" }))).toMatchObject([
            {
                severity: "error",
                message: 'KEDA has removed "type" from the metadata of cpu (2.18) and refuses it',
                fix: "remove it, and write metricType beside metadata",
                path: `${at}.type`,
            },
        ]);
        expect(judge(cpu({ type: "" }))).toEqual([]);
    });

    it("is quiet about exotic metadata that KEDA reads", () => {
        for (const trigger of [
            redis({ listLength: " 7 ", enableTLS: "T" }),
            redis({ listLength: null, databaseIndex: "" }),
            { type: "redis", metadata: { listName: "l", hosts: "a,b", ports: "1,2" } },
            { type: "redis", metadata: { listName: "l", hostFromEnv: "H", port: "6379" } },
            { type: "redis", metadata: { listName: "l", addressesFromEnv: "A", usernameFromEnv: "U" } },
            prometheus({ customHeaders: "X-Scope-OrgID=team, b=c", timeout: "10s" }),
            prometheus({ authModes: "tls, basic" }, { authenticationRef }),
            cron(),
        ]) {
            expect(judge(trigger)).toEqual([]);
        }
        expect(findings(triggerMetadata, horizontalPodAutoscaler())).toEqual([]);
    });

    it("notes numbers and metadata that are not known, and misses nothing in them", () => {
        expect(
            judge(redis({ databaseIndex: unknown(), address: unknown(), listName: secret() })),
        ).toMatchObject([{ severity: "note", path: `${at}.databaseIndex` }]);
        expect(judge({ type: "redis", metadata: unknown() })).toMatchObject([{ severity: "note", path: at }]);
        expect(judge(redis({ listLength: unknown() }))).toEqual([]);
        expect(
            allFindings(scaledObject({ triggers: [{ type: "redis", metadata: "address" }] })),
        ).toMatchObject(
            expect.arrayContaining([expect.objectContaining({ id: "field-type", path: at })]) as object[],
        );
    });

    /** What KEDA's constructor accepts, and what then fails elsewhere. */
    const FAILS_LATER = [
        // The HPA refuses a metric type that it does not know.
        { metricType: "averagevalue" },
        // A negative window never raises anything, and a zone is only looked up when the metric is asked for.
        { metadata: { desiredReplicas: "-1" } },
        { metadata: { timezone: "Nowhere" } },
    ];
    /** What only the Secret behind an authentication makes wrong. */
    const HIDDEN = [{ metadata: { enableTLS: "true" } }, { metadata: { awsRegionFromEnv: "x" } }];

    it.each(RECORDED_TRIGGERS.map((recorded) => [JSON.stringify(recorded.trigger), recorded] as const))(
        "says of %s what KEDA says",
        (_, { trigger, answer, hasAuthentication }) => {
            const isAny = (patterns: readonly object[]): boolean =>
                patterns.some((pattern) => {
                    try {
                        expect(trigger).toMatchObject(pattern);
                        return true;
                    } catch {
                        return false;
                    }
                });
            const mustFail =
                answer !== "accepted" ? !(hasAuthentication === true && isAny(HIDDEN)) : isAny(FAILS_LATER);
            const object = scaledObject({
                triggers: [hasAuthentication === true ? { ...trigger, authenticationRef } : trigger],
            });
            // KEDA takes a credential in plain sight; here that is an error of its own.
            const errors = allFindings(object).filter(
                ({ id, severity }) => severity === "error" && id !== secretInMetadata.id,
            );
            expect(errors.length > 0, JSON.stringify(errors)).toBe(mustFail);
        },
    );

    it("looks at the triggers of a ScaledJob", () => {
        const misspelt = scaledJob({ triggers: [redis({ listLenght: "1" })] });
        expect(findings(triggerMetadata, misspelt)).toMatchObject([
            {
                severity: "warning",
                path: "spec.triggers[0].metadata.listLenght",
                fix: "did you mean listLength?",
            },
        ]);
        expect(findings(triggerMetadata, scaledJob())).toEqual([]);
    });
});
