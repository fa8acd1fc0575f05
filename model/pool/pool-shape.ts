import { ClusterProvider } from "../platform";
import {
    AccessMode,
    AgentArchetype,
    PodManagement,
    QosClass,
    ScalingEngine,
    ScalingPolicyType,
    SecurityLevel,
    SelectPolicy,
    WaitFor,
    WorkloadKind,
} from "./choices";
import type { GroupShape, Shape } from "./shape";
import {
    anyInput,
    anyText,
    boolean,
    choice,
    data,
    group,
    input,
    inputOf,
    integer,
    listOf,
    mapOf,
    text,
    textOf,
} from "./shape";
import {
    API_VERSION,
    DNS_NAME,
    KIND,
    LABEL_VALUE,
    OBJECT_NAME,
    PODS_OR_PERCENT,
    PORT_NAME,
    POSITIVE_QUANTITY,
    QUALIFIED_NAME,
    RESOURCE_NAME,
    VARIABLE_NAME,
} from "./syntax";
import { TRIGGER_SHAPE } from "./trigger-shape";

const seconds = integer(0);
/** A year; what is made from it (a grace period, a cooldown) must be an int32 of seconds. */
const MOST_SECONDS = 31_536_000;
const labels = (nonEmpty = false): Shape =>
    mapOf({ kind: "text", syntax: LABEL_VALUE, mayBeEmpty: true }, QUALIFIED_NAME, nonEmpty);

const probe = group(
    {
        httpGet: group({ path: text, port: integer(1, 65_535) }, { required: ["path", "port"] }),
        tcpSocket: group({ port: integer(1, 65_535) }, { required: ["port"] }),
        exec: group({ command: listOf(anyText, true) }, { required: ["command"] }),
        periodSeconds: integer(1),
        failureThreshold: integer(1),
        timeoutSeconds: integer(1),
    },
    { exactlyOne: [["httpGet", "tcpSocket", "exec"]] },
);

const container = group(
    {
        image: input,
        command: listOf(anyInput),
        args: listOf(anyInput),
        env: mapOf(anyInput, VARIABLE_NAME),
        envFromSecrets: listOf(inputOf(OBJECT_NAME)),
        ports: listOf(
            group(
                { containerPort: integer(1, 65_535), name: textOf(PORT_NAME) },
                { required: ["containerPort"] },
            ),
        ),
        resources: group(
            { requests: mapOf(text, RESOURCE_NAME), limits: mapOf(text, RESOURCE_NAME) },
            { required: ["requests"] },
        ),
    },
    { required: ["image", "resources"] },
);

const statefulSet = group({
    claimTemplates: listOf(
        group(
            {
                name: textOf(DNS_NAME),
                storage: textOf(POSITIVE_QUANTITY),
                storageClassName: inputOf(OBJECT_NAME),
                accessModes: listOf(choice(AccessMode), true),
                mountPath: text,
            },
            { required: ["name", "storage"] },
        ),
    ),
    retainClaimsWhenScaled: boolean,
    retainClaimsWhenDeleted: boolean,
    ordinalsStart: integer(0),
    podManagement: choice(PodManagement),
    fsGroup: integer(0),
});

const workload = group(
    {
        container,
        podTemplate: data,
        existing: group(
            { apiVersion: textOf(API_VERSION), kind: textOf(KIND), name: inputOf(OBJECT_NAME) },
            { required: ["name"] },
        ),
        kind: choice(WorkloadKind),
        statefulSet,
        serviceAccountName: inputOf(OBJECT_NAME),
        security: choice(SecurityLevel),
        terminationGracePeriodSeconds: seconds,
    },
    { exactlyOne: [["container", "podTemplate", "existing"]] },
);

const scalingRules = group({
    stabilizationWindowSeconds: integer(0, 3600),
    selectPolicy: choice(SelectPolicy),
    policies: listOf(
        group(
            { type: choice(ScalingPolicyType), value: integer(1), periodSeconds: integer(1, 1800) },
            { required: ["type", "value", "periodSeconds"] },
        ),
        true,
    ),
    tolerance: { kind: "number", min: 0, max: 1 },
});

const scale = group(
    {
        minReplicas: integer(0),
        maxReplicas: integer(1),
        triggers: listOf(TRIGGER_SHAPE, true),
        engine: choice(ScalingEngine),
        behavior: group({ scaleUp: scalingRules, scaleDown: scalingRules }),
        pollingIntervalSeconds: integer(1),
        cooldownSeconds: seconds,
        onMetricLoss: group({ replicas: integer(1), failureThreshold: seconds }, { required: ["replicas"] }),
    },
    { required: ["minReplicas", "maxReplicas", "triggers"] },
);

/** The form of `AutoscaledAgentPoolArgs`; a test holds it equal to the package's schema. */
export const POOL_SHAPE: GroupShape = group(
    {
        archetype: choice(AgentArchetype),
        namespace: inputOf(DNS_NAME),
        workload,
        task: group({
            typicalSeconds: { kind: "number", above: 0, max: MOST_SECONDS },
            p99Seconds: { kind: "number", above: 0, max: MOST_SECONDS },
            concurrency: integer(1),
            coldStartSeconds: { kind: "number", min: 0, max: MOST_SECONDS },
            redelivered: boolean,
        }),
        scale,
        disruption: group(
            { maxUnavailable: textOf(PODS_OR_PERCENT), minAvailable: textOf(PODS_OR_PERCENT) },
            { exactlyOne: [["maxUnavailable", "minAvailable"]] },
        ),
        qosClass: choice(QosClass),
        probes: group({ startup: probe, readiness: probe, liveness: probe }),
        adopt: group({
            deployment: group(
                { deploymentUrn: text, matchLabels: labels(true), name: textOf(OBJECT_NAME) },
                { required: ["deploymentUrn", "matchLabels"] },
            ),
            horizontalPodAutoscaler: textOf(OBJECT_NAME),
        }),
        waitFor: choice(WaitFor),
        waitSeconds: integer(1),
        labels: labels(),
        annotations: mapOf(anyText, QUALIFIED_NAME),
        platform: group({
            provider: choice(ClusterProvider),
            kubernetesVersion: text,
            kedaVersion: text,
            metricsServer: boolean,
            nodeDrainSeconds: integer(1),
        }),
    },
    { required: ["archetype", "namespace", "workload", "scale"] },
);
