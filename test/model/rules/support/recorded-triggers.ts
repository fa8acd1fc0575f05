/** A trigger and what KEDA 2.20.2 answered when its constructor was given it. */
export interface RecordedTrigger {
    readonly trigger: Readonly<Record<string, unknown>>;
    /** Whether it was given parameters or an identity by an authentication. */
    readonly hasAuthentication?: boolean;
    /** `zero`: it is accepted with a target of 0 or less, which the HPA refuses. */
    readonly answer: "accepted" | "refused" | "zero";
}

/** Answers of KEDA's own constructors (`NewRedisScaler`, ... in pkg/scalers, 2.20.2), asked without a cluster. */
export const RECORDED_TRIGGERS: readonly RecordedTrigger[] = [
    { answer: "refused", trigger: { type: "redis", metadata: { listName: "l" } } },
    { answer: "accepted", hasAuthentication: true, trigger: { type: "redis", metadata: { listName: "l" } } },
    { answer: "refused", trigger: { type: "redis", metadata: { listName: "l", host: "h" } } },
    {
        answer: "accepted",
        hasAuthentication: true,
        trigger: { type: "redis", metadata: { listName: "l", host: "127.0.0.1" } },
    },
    {
        answer: "refused",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", listLength: "5.5" } },
    },
    {
        answer: "refused",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", listLength: "5k" } },
    },
    {
        answer: "accepted",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", listLength: " 7 " } },
    },
    {
        answer: "refused",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", listLength: "null" } },
    },
    {
        answer: "refused",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", listLength: "+5" } },
    },
    {
        answer: "refused",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", listLength: "1e2" } },
    },
    {
        answer: "refused",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", listLength: "05" } },
    },
    {
        answer: "zero",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", listLength: "0" } },
    },
    {
        answer: "zero",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", listLength: "-5" } },
    },
    {
        answer: "refused",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", enableTLS: "yes" } },
    },
    {
        answer: "accepted",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", enableTLS: " True " } },
    },
    {
        answer: "refused",
        hasAuthentication: true,
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", enableTLS: "true" } },
    },
    {
        answer: "refused",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", unsafeSsl: "yes" } },
    },
    { answer: "refused", trigger: { type: "redis", metadata: { listName: " ", address: "127.0.0.1:1" } } },
    {
        answer: "refused",
        hasAuthentication: true,
        trigger: { type: "redis", metadata: { listName: "", address: "127.0.0.1:1" } },
    },
    {
        answer: "refused",
        trigger: { type: "redis", metadata: { listNameFromEnv: "X", address: "127.0.0.1:1" } },
    },
    { answer: "accepted", trigger: { type: "redis", metadata: { listName: "l", addressFromEnv: "X" } } },
    { answer: "accepted", trigger: { type: "redis", metadata: { listName: "l", addressesFromEnv: "X" } } },
    {
        answer: "refused",
        trigger: { type: "redis", metadata: { listName: "l", hosts: "127.0.0.1", ports: "1,2" } },
    },
    {
        answer: "accepted",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", databaseIndex: "-1" } },
    },
    {
        answer: "refused",
        trigger: {
            type: "redis",
            metadata: { listName: "l", address: "127.0.0.1:1", listLength: "9223372036854775808" },
        },
    },
    {
        answer: "zero",
        trigger: {
            type: "redis",
            metadata: { listName: "l", address: "127.0.0.1:1", listLength: "-9223372036854775808" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "redis",
            metadata: { listName: "l", address: "127.0.0.1:1", listLength: "-9223372036854775809" },
        },
    },
    {
        answer: "zero",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", listLength: "-0" } },
    },
    {
        answer: "refused",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", listLength: "5.0" } },
    },
    {
        answer: "refused",
        trigger: {
            type: "redis",
            metricType: "Utilization",
            metadata: { listName: "l", address: "127.0.0.1:1" },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "redis",
            metricType: "averagevalue",
            metadata: { listName: "l", address: "127.0.0.1:1" },
        },
    },
    { answer: "refused", trigger: { type: "redis", metadata: { listName: "l", address: ",127.0.0.1:1" } } },
    {
        answer: "accepted",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", unknownKey: "1" } },
    },
    {
        answer: "accepted",
        trigger: { type: "redis", metadata: { listName: "l", address: "127.0.0.1:1", host: "h" } },
    },
    {
        answer: "refused",
        trigger: {
            type: "aws-sqs-queue",
            metadata: { queueURL: "https://sqs.eu-west-1.amazonaws.com/1/q", awsRegion: "eu-west-1" },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "aws-sqs-queue",
            metadata: {
                queueURL: "https://sqs.eu-west-1.amazonaws.com/1/q",
                awsRegion: "eu-west-1",
                identityOwner: "operator",
            },
        },
    },
    {
        answer: "accepted",
        hasAuthentication: true,
        trigger: {
            type: "aws-sqs-queue",
            metadata: { queueURL: "https://sqs.eu-west-1.amazonaws.com/1/q", awsRegion: "eu-west-1" },
        },
    },
    {
        answer: "accepted",
        hasAuthentication: true,
        trigger: { type: "aws-sqs-queue", metadata: { queueURL: "q", awsRegion: "eu-west-1" } },
    },
    {
        answer: "refused",
        hasAuthentication: true,
        trigger: {
            type: "aws-sqs-queue",
            metadata: { queueURL: "https://sqs.eu-west-1.amazonaws.com/q", awsRegion: "eu-west-1" },
        },
    },
    {
        answer: "accepted",
        hasAuthentication: true,
        trigger: { type: "aws-sqs-queue", metadata: { queueURL: "https://sqs.eu-west-1.amazonaws.com/1/q" } },
    },
    {
        answer: "refused",
        hasAuthentication: true,
        trigger: { type: "aws-sqs-queue", metadata: { awsRegion: "x" } },
    },
    {
        answer: "accepted",
        hasAuthentication: true,
        trigger: { type: "aws-sqs-queue", metadata: { awsRegion: "x", queueURLFromEnv: "Q" } },
    },
    {
        answer: "accepted",
        trigger: {
            type: "aws-sqs-queue",
            metadata: {
                awsRegion: "x",
                queueURL: "q",
                awsAccessKeyIDFromEnv: "A",
                awsSecretAccessKeyFromEnv: "B",
            },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "aws-sqs-queue",
            metadata: { awsRegion: "x", queueURL: "q", awsAccessKeyID: "A", awsSecretAccessKeyFromEnv: "B" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "aws-sqs-queue",
            metadata: { awsRegion: "x", queueURL: "q", awsAccessKeyID: "A", awsSecretAccessKey: "B" },
        },
    },
    {
        answer: "zero",
        hasAuthentication: true,
        trigger: { type: "aws-sqs-queue", metadata: { awsRegion: "x", queueURL: "q", queueLength: "0" } },
    },
    {
        answer: "refused",
        hasAuthentication: true,
        trigger: { type: "aws-sqs-queue", metadata: { awsRegion: "x", queueURL: "q", queueLength: "5.5" } },
    },
    {
        answer: "refused",
        hasAuthentication: true,
        trigger: {
            type: "aws-sqs-queue",
            metadata: { awsRegion: "x", queueURL: "q", scaleOnInFlight: "no" },
        },
    },
    {
        answer: "accepted",
        hasAuthentication: true,
        trigger: { type: "aws-sqs-queue", metadata: { awsRegion: "x", queueURL: "q", identityOwner: "pod" } },
    },
    {
        answer: "refused",
        hasAuthentication: true,
        trigger: { type: "aws-sqs-queue", metadata: { awsRegionFromEnv: "x", queueURL: "q" } },
    },
    {
        answer: "refused",
        trigger: { type: "prometheus", metadata: { serverAddress: "http://127.0.0.1:1", query: "q" } },
    },
    {
        answer: "zero",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "0" },
        },
    },
    {
        answer: "zero",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "0.0004" },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "0.0005" },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "0.0006" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "5k" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: ".5" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "5." },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "+5" },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "1e3" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "05" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "0x10" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "NaN" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "Inf" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "null" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "1e400" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: {
                serverAddress: "http://127.0.0.1:1",
                query: "q",
                threshold: "5",
                ignoreNullValues: "yes",
            },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "5", timeout: "10s" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: {
                serverAddress: "http://127.0.0.1:1",
                query: "q",
                threshold: "5",
                authModes: "bearer",
            },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "5", metricName: "x" },
        },
    },
    {
        answer: "refused",
        hasAuthentication: true,
        trigger: { type: "prometheus", metadata: { query: "q", threshold: "5" } },
    },
    {
        answer: "refused",
        trigger: { type: "prometheus", metadata: { serverAddressFromEnv: "A", query: "q", threshold: "5" } },
    },
    {
        answer: "accepted",
        trigger: { type: "prometheus", metadata: { serverAddress: "not a url", query: "q", threshold: "5" } },
    },
    {
        answer: "refused",
        hasAuthentication: true,
        trigger: {
            type: "prometheus",
            metadata: {
                serverAddress: "http://127.0.0.1:1",
                query: "q",
                threshold: "5",
                authModes: "basic,bearer",
            },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "prometheus",
            metadata: {
                serverAddress: "http://127.0.0.1:1",
                query: "q",
                threshold: "5",
                authModes: "apiKey",
                apiKey: "k",
            },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "5", customHeaders: "a" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "1_000" },
        },
    },
    {
        answer: "zero",
        trigger: {
            type: "prometheus",
            metadata: { serverAddress: "http://127.0.0.1:1", query: "q", threshold: "-5" },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "prometheus",
            metadata: {
                serverAddress: "http://127.0.0.1:1",
                query: "q",
                threshold: "5",
                activationThreshold: "-5",
            },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "prometheus",
            metadata: {
                serverAddress: "http://127.0.0.1:1",
                query: "q",
                threshold: "5",
                bearerToken: "x",
                username: "u",
            },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "cron",
            metadata: { start: "0 8 * * *", end: "0 9 * * *", timezone: "UTC", desiredReplicas: "0" },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "cron",
            metadata: { start: "0 8 * * *", end: "0 9 * * *", timezone: "UTC", desiredReplicas: "-1" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "cron",
            metadata: { start: "0 8 * * *", end: "0 9 * * *", timezone: "UTC", desiredReplicas: "2.5" },
        },
    },
    {
        answer: "refused",
        hasAuthentication: true,
        trigger: { type: "cron", metadata: { start: "0 8 * * *", end: "0 9 * * *", desiredReplicas: "2" } },
    },
    {
        answer: "accepted",
        trigger: {
            type: "cron",
            metricType: "Value",
            metadata: { start: "0 8 * * *", end: "0 9 * * *", timezone: "UTC", desiredReplicas: "2" },
        },
    },
    {
        answer: "refused",
        trigger: {
            type: "cron",
            metadata: { start: "@daily", end: "0 9 * * *", timezone: "UTC", desiredReplicas: "2" },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "cron",
            metadata: { start: "0 8 * * *", end: "0 9 * * *", timezone: "Nowhere", desiredReplicas: "2" },
        },
    },
    {
        answer: "accepted",
        trigger: {
            type: "cron",
            metadata: {
                start: "0 8 * * *",
                end: "0 9 * * *",
                timezone: "UTC",
                desiredReplicas: "2",
                metricName: "x",
            },
        },
    },
    { answer: "accepted", trigger: { type: "cpu", metricType: "Utilization", metadata: { value: "80" } } },
    { answer: "refused", trigger: { type: "cpu", metadata: { value: "80" } } },
    { answer: "refused", trigger: { type: "cpu", metricType: "Utilization", metadata: { value: "80%" } } },
    { answer: "accepted", trigger: { type: "cpu", metricType: "Utilization", metadata: { value: "080" } } },
    { answer: "accepted", trigger: { type: "cpu", metricType: "Utilization", metadata: { value: "+80" } } },
    { answer: "refused", trigger: { type: "cpu", metricType: "Utilization", metadata: { value: "80.0" } } },
    { answer: "zero", trigger: { type: "cpu", metricType: "Utilization", metadata: { value: "0" } } },
    {
        answer: "refused",
        trigger: { type: "cpu", metricType: "Utilization", metadata: { value: "3000000000" } },
    },
    { answer: "refused", trigger: { type: "cpu", metricType: "Utilization", metadata: { value: "500m" } } },
    { answer: "accepted", trigger: { type: "cpu", metricType: "AverageValue", metadata: { value: "500m" } } },
    { answer: "refused", trigger: { type: "cpu", metricType: "AverageValue", metadata: { value: "abc" } } },
    {
        answer: "accepted",
        trigger: { type: "memory", metricType: "AverageValue", metadata: { value: "1Gi" } },
    },
    {
        answer: "refused",
        trigger: { type: "memory", metricType: "AverageValue", metadata: { value: "1GB" } },
    },
    { answer: "refused", trigger: { type: "cpu", metadata: { value: "80", type: "Utilization" } } },
    {
        answer: "refused",
        trigger: { type: "cpu", metricType: "Utilization", metadata: { value: "80", type: "Utilization" } },
    },
    { answer: "refused", trigger: { type: "cpu", metricType: "Value", metadata: { value: "80" } } },
    { answer: "refused", trigger: { type: "cpu", metricType: "Utilization", metadata: {} } },
    { answer: "zero", trigger: { type: "cpu", metricType: "AverageValue", metadata: { value: "0" } } },
    { answer: "zero", trigger: { type: "cpu", metricType: "AverageValue", metadata: { value: "-5" } } },
    { answer: "accepted", trigger: { type: "cpu", metricType: "Utilization", metadata: { value: " 80 " } } },
    { answer: "refused", trigger: { type: "cpu", metricType: "Utilization", metadata: { value: "1_0" } } },
    { answer: "accepted", trigger: { type: "cpu", metricType: "AverageValue", metadata: { value: "1e2" } } },
    {
        answer: "accepted",
        trigger: { type: "cpu", metricType: "Utilization", metadata: { value: "80", type: "" } },
    },
    { answer: "accepted", trigger: { type: "cpu", metricType: "AverageValue", metadata: { value: "1n" } } },
    {
        answer: "refused",
        trigger: { type: "cpu", metricType: "Utilization", metadata: { value: "80", type: "Whatever" } },
    },
];
