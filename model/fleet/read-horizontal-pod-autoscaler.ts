import { Quantity } from "../capacity";
import type { Path } from "../declared";
import { valueAt } from "../declared";
import { KedaAnnotation, MetricType, scalerByType } from "../triggers";
import { absent } from "./field";
import type { FieldReader } from "./field-reader";
import type { FleetTrigger } from "./fleet-scaler";
import { readKedaAnnotations } from "./read-keda-annotations";
import { readBehavior } from "./read-behavior";
import type { UnjoinedScaler } from "./read-scaled-object";
import { textOr, withDefault } from "./read-scaled-object";

/** Reads a HorizontalPodAutoscaler of autoscaling/v2, or of v1, which has a percentage of CPU and nothing else. */
export function readHorizontalPodAutoscaler(reader: FieldReader): Omit<UnjoinedScaler, "intent"> {
    const max = reader.integer(["spec", "maxReplicas"]);
    const kedaAnnotations = readKedaAnnotations(reader);
    return {
        declared: reader.declared,
        engine: "hpa",
        name: reader.name(["metadata", "name"]),
        namespace: reader.name(["metadata", "namespace"]),
        target: {
            apiVersion: textOr(reader.text(["spec", "scaleTargetRef", "apiVersion"]), "apps/v1"),
            kind: textOr(reader.text(["spec", "scaleTargetRef", "kind"]), "Deployment"),
            name: reader.name(["spec", "scaleTargetRef", "name"]),
        },
        min: withDefault(reader.integer(["spec", "minReplicas"]), 1),
        max,
        maxStated: max.value !== undefined,
        triggers: [
            ...reader.list(["spec", "metrics"]).map(({ path }) => readMetric(reader, path)),
            ...readPercentage(reader),
        ],
        areTriggersUnknown: reader.isUnknown(["spec", "metrics"]),
        modifiers: undefined,
        fallback: undefined,
        behavior: readBehavior(reader, ["spec", "behavior"]),
        pollingInterval: absent(["spec"]),
        cooldown: absent(["spec"]),
        idle: absent(["spec"]),
        hpaName: absent(["spec"]),
        takesOverHpa: false,
        toleratesOthers: kedaAnnotations.get(KedaAnnotation.HpaOwnership)?.value === "false",
        environmentSource: absent(["spec"]),
        kedaAnnotations,
        jobs: undefined,
    };
}

function readPercentage(reader: FieldReader): FleetTrigger[] {
    const path: Path = ["spec", "targetCPUUtilizationPercentage"];
    if (reader.declared.object.apiVersion !== "autoscaling/v1" || !reader.has(path)) return [];
    return [
        {
            ...NO_TRIGGER(path),
            type: { path, value: "cpu" },
            scaler: scalerByType("cpu"),
            effectiveMetricType: "Utilization",
            target: reader.integer(path),
        },
    ];
}

/** The member of a metric that holds its arguments, by the metric's type. */
const RESOURCE_MEMBERS: ReadonlyMap<unknown, string> = new Map([
    ["Resource", "resource"],
    ["ContainerResource", "containerResource"],
]);
const ADAPTER_MEMBERS: ReadonlyMap<unknown, string> = new Map([
    ["Pods", "pods"],
    ["Object", "object"],
    ["External", "external"],
]);

function readMetric(reader: FieldReader, path: Path): FleetTrigger {
    const type = reader.text([...path, "type"]);
    const resource = RESOURCE_MEMBERS.get(type.value);
    if (resource !== undefined) return readResource(reader, path, resource);
    const member = ADAPTER_MEMBERS.get(type.value);
    return {
        ...NO_TRIGGER(path),
        type,
        ...(member === undefined ? {} : readAdapterMetric(reader, [...path, member])),
    };
}

/** What a trigger has that is none of KEDA's. */
const NO_TRIGGER = (path: Path): Omit<FleetTrigger, "type"> => ({
    path,
    scaler: undefined,
    name: absent(path),
    metricType: absent(path),
    effectiveMetricType: undefined,
    target: absent(path),
    activation: absent(path),
    metadata: {},
    isMetadataUnknown: false,
    container: absent(path),
    useCachedMetrics: absent(path),
    authentication: undefined,
});

/**
 * The name and the target of a metric that an adapter serves. An external one is divided by its average where there is
 * one, whatever the target's type says; of an object's the controller accepts only the type that says the same
 * (Kubernetes pkg/controller/podautoscaler computeStatusForExternalMetric, computeStatusForObjectMetric).
 */
function readAdapterMetric(
    reader: FieldReader,
    at: Path,
): Pick<FleetTrigger, "name" | "metricType" | "effectiveMetricType" | "target"> {
    const average = reader.quantity([...at, "target", "averageValue"]);
    const value = reader.quantity([...at, "target", "value"]);
    const target = average.value === undefined && value.value !== undefined ? value : average;
    return {
        name: reader.text([...at, "metric", "name"]),
        metricType: reader.text([...at, "target", "type"]),
        effectiveMetricType:
            target.value === undefined
                ? undefined
                : target === value
                  ? MetricType.Value
                  : MetricType.AverageValue,
        target: {
            path: target.path,
            value: target.value instanceof Quantity ? target.value.toNumber() : target.value,
        },
    };
}

function readResource(reader: FieldReader, path: Path, member: string): FleetTrigger {
    const at = [...path, member];
    const type = reader.text([...at, "name"]);
    const metricType = reader.text([...at, "target", "type"]);
    const scaler = typeof type.value === "string" ? scalerByType(type.value) : undefined;
    // A quantity: text, or a number.
    const value = valueAt(reader.declared.object, [...at, "target", "averageValue"]) ?? undefined;
    return {
        ...NO_TRIGGER(path),
        type,
        // A resource may be called anything; only those two are KEDA's triggers too.
        scaler: scaler?.wakesFromZero === false ? scaler : undefined,
        metricType,
        effectiveMetricType:
            typeof metricType.value === "string" ? (metricType.value as MetricType) : undefined,
        target: reader.integer([...at, "target", "averageUtilization"]),
        metadata: value === undefined ? {} : { value },
        container: member === "containerResource" ? reader.text([...at, "container"]) : absent(path),
    };
}
