import { ClusterProvider } from "../platform";
import type { Scaler, ScalerField } from "../triggers";
import { SCALERS_BY_MEMBER, Signal } from "../triggers";
import {
    AgentArchetype,
    QosClass,
    ScalingEngine,
    ScalingPolicyType,
    SecurityLevel,
    SelectPolicy,
    WaitFor,
} from "./choices";
import type { GroupShape, Shape } from "./shape";
import { INT32_MAX, boolean, choice, data, group, input, integer, listOf, mapOf, text } from "./shape";

const seconds = integer(0);

const probe = group(
    {
        httpGet: group({ path: text, port: integer(1, 65_535) }, { required: ["path", "port"] }),
        tcpSocket: group({ port: integer(1, 65_535) }, { required: ["port"] }),
        exec: group({ command: listOf(text, true) }, { required: ["command"] }),
        periodSeconds: integer(1),
        failureThreshold: integer(1),
        timeoutSeconds: integer(1),
    },
    { exactlyOne: [["httpGet", "tcpSocket", "exec"]] },
);

const container = group(
    {
        image: input,
        command: listOf(input),
        args: listOf(input),
        env: mapOf(input),
        envFromSecrets: listOf(input),
        ports: listOf(
            group({ containerPort: integer(1, 65_535), name: text }, { required: ["containerPort"] }),
        ),
        resources: group({ requests: mapOf(text), limits: mapOf(text) }, { required: ["requests"] }),
    },
    { required: ["image", "resources"] },
);

const workload = group(
    {
        container,
        podTemplate: data,
        existing: group({ apiVersion: text, kind: text, name: input }, { required: ["name"] }),
        serviceAccountName: input,
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

const authentication = group(
    {
        awsPodIdentity: group({ roleArn: input }),
        secret: group({ name: input, parameters: mapOf(text) }, { required: ["name", "parameters"] }),
        existing: group({ name: input, cluster: boolean }, { required: ["name"] }),
    },
    { exactlyOne: [["awsPodIdentity", "secret", "existing"]] },
);

function fieldShape(field: ScalerField): Shape {
    switch (field.kind) {
        case "integer":
            return integer(field.positive === true ? 1 : (field.min ?? -INT32_MAX));
        case "number":
            // KEDA writes targets with three decimals (quantityFromFloat64, 2.20.2): less becomes 0, which is refused.
            return {
                kind: "number",
                min: field.positive === true ? 0.001 : (field.min ?? -Number.MAX_VALUE),
            };
        case "boolean":
            return boolean;
        case "signal":
            return choice(Signal);
        case "quantity":
            return text;
        case "text":
            return field.plain === true ? text : input;
    }
}

function scalerShape(scaler: Scaler): GroupShape {
    const fields = Object.entries(scaler.fields);
    return group(Object.fromEntries(fields.map(([member, field]) => [member, fieldShape(field)])), {
        required: fields.filter(([, field]) => field.required === true).map(([member]) => member),
        ...(scaler.exactlyOne === undefined ? {} : { exactlyOne: scaler.exactlyOne }),
    });
}

const trigger = group(
    {
        name: text,
        ...Object.fromEntries(
            [...SCALERS_BY_MEMBER].map(([member, scaler]) => [member, scalerShape(scaler)]),
        ),
        authentication,
    },
    { exactlyOne: [[...SCALERS_BY_MEMBER.keys()]] },
);

const scale = group(
    {
        minReplicas: integer(0),
        maxReplicas: integer(1),
        triggers: listOf(trigger, true),
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
        namespace: input,
        workload,
        task: group({
            typicalSeconds: { kind: "number", above: 0 },
            p99Seconds: { kind: "number", above: 0 },
            concurrency: integer(1),
            coldStartSeconds: { kind: "number", min: 0 },
            redelivered: boolean,
        }),
        scale,
        disruption: group(
            { maxUnavailable: text, minAvailable: text },
            { exactlyOne: [["maxUnavailable", "minAvailable"]] },
        ),
        qosClass: choice(QosClass),
        probes: group({ startup: probe, readiness: probe, liveness: probe }),
        adopt: group({
            deployment: group(
                { urn: text, matchLabels: mapOf(text), name: text },
                { required: ["urn", "matchLabels"] },
            ),
            horizontalPodAutoscaler: text,
        }),
        waitFor: choice(WaitFor),
        waitSeconds: integer(1),
        labels: mapOf(text),
        annotations: mapOf(text),
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
