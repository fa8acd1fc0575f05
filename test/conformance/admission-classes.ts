/** A class of objects that KEDA's webhook refuses, with the smallest object of it. */
export interface RefusedClass {
    /** The number in the webhook's own order of checks, and what it checks. */
    readonly what: string;
    /** Objects that must be there first. */
    readonly before?: readonly object[];
    readonly refused: object;
    /** What the webhook, or the API server before it, says. */
    readonly says: RegExp;
}

const metadata = (name: string, annotations: object = {}): object => ({ name, annotations });

/** A Deployment with one container, which requests CPU only where it is told. */
export function deployment(name: string, requests: object = { cpu: "10m", memory: "16Mi" }): object {
    return {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: metadata(name),
        spec: {
            selector: { matchLabels: { app: name } },
            template: {
                metadata: { labels: { app: name } },
                spec: {
                    containers: [
                        { name: "agent", image: "registry.invalid/agent:1", resources: { requests } },
                    ],
                },
            },
        },
    };
}

const redis = (trigger: object = {}): object => ({
    type: "redis",
    metadata: { address: "127.0.0.1:1", listName: "tasks", listLength: "5" },
    ...trigger,
});

const cpu = (trigger: object = {}): object => ({
    type: "cpu",
    metricType: "Utilization",
    metadata: { value: "70" },
    ...trigger,
});

function scaledObject(name: string, spec: object, annotations: object = {}, target = "worker"): object {
    return {
        apiVersion: "keda.sh/v1alpha1",
        kind: "ScaledObject",
        metadata: metadata(name, annotations),
        spec: {
            scaleTargetRef: { name: target },
            minReplicaCount: 1,
            maxReplicaCount: 10,
            triggers: [redis()],
            ...spec,
        },
    };
}

function autoscaler(name: string, target: string): object {
    return {
        apiVersion: "autoscaling/v2",
        kind: "HorizontalPodAutoscaler",
        metadata: metadata(name),
        spec: {
            scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: target },
            minReplicas: 1,
            maxReplicas: 3,
            metrics: [
                {
                    type: "Resource",
                    resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } },
                },
            ],
        },
    };
}

function authentication(name: string, spec: object): object {
    return { apiVersion: "keda.sh/v1alpha1", kind: "TriggerAuthentication", metadata: metadata(name), spec };
}

const modifiers = (scalingModifiers: object): object => ({ advanced: { scalingModifiers } });
const named = redis({ name: "queue" });

/** The classes of `apis/keda/v1alpha1/*_webhook.go` (KEDA 2.20.2), in their order; each with a Deployment `worker`. */
export const REFUSED: readonly RefusedClass[] = [
    {
        what: "1 floor above the ceiling",
        refused: scaledObject("a", { minReplicaCount: 11 }),
        says: /MinReplicaCount=11 must be less than MaxReplicaCount=10|less than or equal to maxReplicaCount/,
    },
    {
        what: "2 idle number not below the floor",
        refused: scaledObject("a", { idleReplicaCount: 1 }),
        says: /IdleReplicaCount=1 must be less than MinReplicaCount=1/,
    },
    {
        what: "3 negative fallback",
        refused: scaledObject("a", { fallback: { failureThreshold: -1, replicas: 1 } }),
        says: /must both be greater than or equal to 0|should be greater than or equal to 0/,
    },
    {
        what: "4 fallback of CPU alone",
        refused: scaledObject("a", { fallback: { failureThreshold: 3, replicas: 2 }, triggers: [cpu()] }),
        says: /at least one trigger \(that is not cpu or memory\)/,
    },
    {
        what: "5 name longer than a label",
        refused: scaledObject("a".repeat(64), {
            advanced: { horizontalPodAutoscalerConfig: { name: "short" } },
        }),
        says: /is 64 characters long; must be no more than 63/,
    },
    {
        what: "6 name that leaves no room for the HPA's",
        refused: scaledObject("a".repeat(55), {}),
        says: /HPA name .* is 64 characters long/,
    },
    {
        what: "7 no triggers",
        refused: scaledObject("a", { triggers: [] }),
        says: /no triggers defined|at least 1 item/,
    },
    {
        what: "8 cached metrics of CPU",
        refused: scaledObject("a", { triggers: [redis(), cpu({ useCachedMetrics: true })] }),
        says: /"useCachedMetrics" is not supported for "cpu" scaler/,
    },
    {
        what: "9 two triggers of one name",
        refused: scaledObject("a", { triggers: [named, named] }),
        says: /triggerName "queue" is defined multiple times/,
    },
    {
        what: "10 an HPA on the same target",
        before: [autoscaler("native", "worker")],
        refused: scaledObject("a", {}),
        says: /is already managed by the hpa 'native'/,
    },
    {
        what: "11 a take-over that does not name the HPA",
        before: [autoscaler("native", "worker")],
        refused: scaledObject("a", {}, { "scaledobject.keda.sh/transfer-hpa-ownership": "true" }),
        says: /the existing hpa 'native' .* must be specified by name/,
    },
    {
        what: "12 a second ScaledObject on the same target",
        before: [scaledObject("first", {})],
        refused: scaledObject("second", {}),
        says: /is already managed by the ScaledObject 'first'/,
    },
    {
        what: "13 two ScaledObjects with one HPA name",
        before: [
            deployment("other"),
            scaledObject(
                "first",
                { advanced: { horizontalPodAutoscalerConfig: { name: "same" } } },
                {},
                "other",
            ),
        ],
        refused: scaledObject("second", { advanced: { horizontalPodAutoscalerConfig: { name: "same" } } }),
        says: /the HPA 'same' is already managed by the ScaledObject 'first'/,
    },
    {
        what: "14 modifiers without a formula",
        refused: scaledObject("a", { triggers: [named], ...modifiers({ target: "5" }) }),
        says: /ScalingModifiers.Formula is mandatory/,
    },
    {
        what: "15 a formula without a target",
        refused: scaledObject("a", { triggers: [named], ...modifiers({ formula: "queue" }) }),
        says: /error validating formula in ScalingModifiers|formula is given but target is empty/,
    },
    {
        what: "15 a formula of a trigger that is not there",
        refused: scaledObject("a", { triggers: [named], ...modifiers({ formula: "qeue + 1", target: "5" }) }),
        says: /error validating formula in ScalingModifiers/,
    },
    {
        what: "16 a target of 0",
        refused: scaledObject("a", { triggers: [named], ...modifiers({ formula: "queue", target: "0" }) }),
        says: /target/,
    },
    {
        what: "17 a formula as a utilisation",
        refused: scaledObject("a", {
            triggers: [named],
            ...modifiers({ formula: "queue", target: "5", metricType: "Utilization" }),
        }),
        says: /needs to be AverageValue or Value|Unsupported value: "Utilization"/,
    },
    {
        what: "18 a fallback by a formula that is not there",
        refused: scaledObject("a", {
            fallback: { failureThreshold: 3, replicas: 2, behavior: "scalingModifiers" },
        }),
        says: /requires scalingModifiers.formula to be defined/,
    },
    {
        what: "19 CPU without a request",
        before: [deployment("idle", {})],
        refused: scaledObject("a", { triggers: [cpu()] }, {}, "idle"),
        says: /doesn't have the cpu request defined/,
    },
    {
        what: "20 CPU alone with a floor of 0",
        refused: scaledObject("a", { minReplicaCount: 0, triggers: [cpu()] }),
        says: /has only cpu\/memory triggers AND minReplica is 0/,
    },
    {
        what: "22 an Azure identity that is empty",
        refused: authentication("a", { podIdentity: { provider: "azure-workload", identityId: "" } }),
        says: /identityId of PodIdentity should not be empty/,
    },
    {
        what: "22 an Azure authority without a tenant",
        refused: authentication("a", {
            podIdentity: { provider: "azure-workload", identityAuthorityHost: "https://login.example" },
        }),
        says: /identityTenantI[dD] of PodIdentity should not be nil or empty/,
    },
    {
        what: "23 an AWS role of a workload's identity",
        refused: authentication("a", {
            podIdentity: { provider: "aws", roleArn: "arn:aws:iam::1:role/a", identityOwner: "workload" },
        }),
        says: /roleArn of PodIdentity can't be set if KEDA isn't identityOwner/,
    },
    {
        what: "23 an AWS external id without a role",
        refused: authentication("a", { podIdentity: { provider: "aws", externalID: "x" } }),
        says: /externalID of PodIdentity requires roleArn to be set/,
    },
    {
        what: "24 an OAuth2 address that is none",
        refused: authentication("a", {
            oauth2: {
                type: "clientCredentials",
                clientId: "x",
                tokenUrl: "ftp://x",
                clientSecret: secretRef(),
            },
        }),
        says: /oauth2.tokenUrl/,
    },
    {
        what: "7 jobs without a trigger",
        refused: scaledJob("a", { triggers: [] }),
        says: /should have at least 1 items|no triggers defined/,
    },
    {
        what: "9 jobs with two triggers of one name",
        refused: scaledJob("a", { triggers: [redis({ name: "q" }), redis({ name: "q" })] }),
        says: /triggerName "q" is defined multiple times/,
    },
    {
        what: "jobs with a metric type",
        refused: scaledJob("a", { triggers: [redis({ metricType: "AverageValue" })] }),
        says: /unknown field "spec.triggers\[0\].metricType"/,
    },
    {
        what: "jobs with a fallback and a cooldown",
        refused: scaledJob("a", { fallback: { failureThreshold: 3, replicas: 2 }, cooldownPeriod: 5 }),
        says: /unknown field "spec.cooldownPeriod", unknown field "spec.fallback"/,
    },
    {
        what: "jobs with a strategy that is none",
        refused: scaledJob("a", { scalingStrategy: { strategy: "fast" } }),
        says: /strategy: Unsupported value: "fast"/,
    },
    {
        what: "jobs with a rollout that is none",
        refused: scaledJob("a", { rollout: { strategy: "default" } }),
        says: /rollout.strategy: Unsupported value: "default"/,
    },
    {
        what: "jobs with a history below 0",
        refused: scaledJob("a", { failedJobsHistoryLimit: -1 }),
        says: /should be greater than or equal to 0/,
    },
];

function scaledJob(name: string, spec: object): object {
    return {
        apiVersion: "keda.sh/v1alpha1",
        kind: "ScaledJob",
        metadata: metadata(name),
        spec: {
            jobTargetRef: {
                template: { spec: { containers: [{ name: "agent", image: "registry.invalid/agent:1" }] } },
            },
            maxReplicaCount: 10,
            triggers: [redis()],
            ...spec,
        },
    };
}

function secretRef(): object {
    return { valueFrom: { secretKeyRef: { name: "s", key: "k" } } };
}
