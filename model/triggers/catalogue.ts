import type { Scaler, ScalerField } from "./scaler";

const EXTERNAL = { metricTypes: ["AverageValue", "Value"], defaultMetricType: "AverageValue" } as const;

const RESOURCE = {
    fields: {
        averageUtilization: {
            key: "value",
            kind: "integer",
            positive: true,
            plain: true,
            metricType: "Utilization",
        },
        averageValue: {
            key: "value",
            kind: "quantity",
            positive: true,
            plain: true,
            metricType: "AverageValue",
        },
        containerName: { key: "containerName", kind: "text", plain: true },
    },
    exactlyOne: [["averageUtilization", "averageValue"]],
    otherKeys: ["type"],
    needsOneKeyOf: [["value"]],
    targetKey: "value",
    metricTypes: ["Utilization", "AverageValue"],
    wakesFromZero: false,
    cacheable: false,
    secretKeys: [],
} as const satisfies Partial<Scaler>;

const target = (key: string, fallback: string): ScalerField => ({
    key,
    kind: "integer",
    default: fallback,
    positive: true,
    plain: true,
});
const activation = (key: string, kind: "integer" | "number"): ScalerField => ({
    key,
    kind,
    default: "0",
    min: 0,
    plain: true,
});
const flag = (key: string, fallback: string): ScalerField => ({
    key,
    kind: "boolean",
    default: fallback,
    plain: true,
});

/**
 * The scalers that have typed arguments, by trigger type. Names, kinds and defaults are those of KEDA 2.20.2
 * (`pkg/scalers/*_scaler.go`); a default that differs from KEDA's is said in the argument's own description.
 */
export const CATALOGUE: ReadonlyMap<string, Scaler> = new Map(
    (
        [
            {
                type: "aws-sqs-queue",
                member: "awsSqsQueue",
                unit: "messages",
                fields: {
                    queueUrl: { key: "queueURL", kind: "text", required: true },
                    awsRegion: { key: "awsRegion", kind: "text", required: true },
                    queueLength: target("queueLength", "5"),
                    activationQueueLength: activation("activationQueueLength", "integer"),
                    scaleOnInFlight: flag("scaleOnInFlight", "true"),
                    scaleOnDelayed: flag("scaleOnDelayed", "false"),
                    awsEndpoint: { key: "awsEndpoint", kind: "text" },
                },
                otherKeys: [
                    "queueURLFromEnv",
                    "identityOwner",
                    "awsAccessKeyID",
                    "awsAccessKeyIDFromEnv",
                    "awsSecretAccessKeyFromEnv",
                ],
                needsOneKeyOf: [["queueURL", "queueURLFromEnv"], ["awsRegion"]],
                targetKey: "queueLength",
                activationKey: "activationQueueLength",
                ...EXTERNAL,
                wakesFromZero: true,
                cacheable: true,
                secretKeys: ["awsAccessKeyID", "awsSecretAccessKey", "awsSessionToken"],
            },
            { type: "cpu", member: "cpu", unit: "CPU", ...RESOURCE },
            {
                type: "cron",
                member: "cron",
                unit: "replicas",
                fields: {
                    timezone: { key: "timezone", kind: "text", required: true, plain: true },
                    start: { key: "start", kind: "text", required: true, plain: true },
                    end: { key: "end", kind: "text", required: true, plain: true },
                    desiredReplicas: {
                        key: "desiredReplicas",
                        kind: "integer",
                        required: true,
                        positive: true,
                        plain: true,
                    },
                },
                otherKeys: [],
                needsOneKeyOf: [["timezone"], ["start"], ["end"], ["desiredReplicas"]],
                targetKey: "desiredReplicas",
                ...EXTERNAL,
                wakesFromZero: true,
                cacheable: false,
                secretKeys: [],
            },
            { type: "memory", member: "memory", unit: "memory", ...RESOURCE },
            {
                type: "prometheus",
                member: "prometheus",
                unit: "of the query",
                fields: {
                    serverAddress: { key: "serverAddress", kind: "text", required: true },
                    query: { key: "query", kind: "text", required: true },
                    signal: { key: "", kind: "signal", required: true, plain: true },
                    threshold: {
                        key: "threshold",
                        kind: "number",
                        required: true,
                        positive: true,
                        plain: true,
                    },
                    activationThreshold: activation("activationThreshold", "number"),
                    ignoreNullValues: flag("ignoreNullValues", "true"),
                    namespace: { key: "namespace", kind: "text" },
                    unsafeSsl: flag("unsafeSsl", "false"),
                },
                otherKeys: [
                    "authModes",
                    "authMode",
                    "apiKey",
                    "method",
                    "keyParamName",
                    "queryParameters",
                    "customHeaders",
                    "awsRegion",
                    "timeout",
                    "identityOwner",
                    "credentialsFromEnv",
                    "credentialsFromEnvFile",
                ],
                needsOneKeyOf: [["serverAddress"], ["query"], ["threshold"]],
                targetKey: "threshold",
                activationKey: "activationThreshold",
                ...EXTERNAL,
                wakesFromZero: true,
                cacheable: true,
                secretKeys: [
                    "apiKey",
                    "bearerToken",
                    "token",
                    "password",
                    "clientSecret",
                    "key",
                    "customAuthValue",
                ],
            },
            {
                type: "redis",
                member: "redis",
                unit: "items",
                fields: {
                    address: { key: "address", kind: "text" },
                    addressFromEnv: { key: "addressFromEnv", kind: "text", plain: true },
                    listName: { key: "listName", kind: "text", required: true },
                    listLength: target("listLength", "5"),
                    activationListLength: activation("activationListLength", "integer"),
                    databaseIndex: { key: "databaseIndex", kind: "integer", min: 0, plain: true },
                    enableTls: flag("enableTLS", "false"),
                    unsafeSsl: flag("unsafeSsl", "false"),
                },
                exactlyOne: [["address", "addressFromEnv"]],
                otherKeys: [
                    "addresses",
                    "host",
                    "hosts",
                    "hostFromEnv",
                    "port",
                    "ports",
                    "portFromEnv",
                    "username",
                    "usernameFromEnv",
                    "password",
                    "passwordFromEnv",
                    "sentinelUsername",
                    "sentinelUsernameFromEnv",
                    "sentinelPassword",
                    "sentinelPasswordFromEnv",
                    "sentinelMaster",
                    "sentinelMasterFromEnv",
                ],
                needsOneKeyOf: [["listName"]],
                targetKey: "listLength",
                activationKey: "activationListLength",
                ...EXTERNAL,
                wakesFromZero: true,
                cacheable: true,
                secretKeys: ["password", "sentinelPassword", "keyPassword"],
            },
        ] satisfies Scaler[]
    ).map((scaler) => [scaler.type, scaler]),
);

/** Scalers by the member of `TriggerArgs` that holds their arguments. */
export const SCALERS_BY_MEMBER: ReadonlyMap<string, Scaler> = new Map(
    [...CATALOGUE.values()].map((scaler) => [scaler.member, scaler]),
);
