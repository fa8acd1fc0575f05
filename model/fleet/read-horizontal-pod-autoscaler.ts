import type { Path } from "../declared";
import { valueAt } from "../declared";
import type { MetricType } from "../triggers";
import { KedaAnnotation, scalerByType } from "../triggers";
import { absent } from "./field";
import type { FieldReader } from "./field-reader";
import type { FleetTrigger } from "./fleet";
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
            path,
            type: { path, value: "cpu" },
            scaler: scalerByType("cpu"),
            name: absent(path),
            metricType: absent(path),
            effectiveMetricType: "Utilization",
            target: reader.integer(path),
            metadata: {},
            isMetadataUnknown: false,
            container: absent(path),
            useCachedMetrics: absent(path),
            authentication: undefined,
        },
    ];
}

/** The member of a metric that holds its resource, by the metric's type. */
const RESOURCE_MEMBERS: ReadonlyMap<unknown, string> = new Map([
    ["Resource", "resource"],
    ["ContainerResource", "containerResource"],
]);

function readMetric(reader: FieldReader, path: Path): FleetTrigger {
    const kind = reader.text([...path, "type"]);
    const member = RESOURCE_MEMBERS.get(kind.value);
    if (member === undefined) {
        return {
            path,
            type: kind,
            scaler: undefined,
            name: absent(path),
            metricType: absent(path),
            effectiveMetricType: undefined,
            target: absent(path),
            metadata: {},
            isMetadataUnknown: false,
            container: absent(path),
            useCachedMetrics: absent(path),
            authentication: undefined,
        };
    }
    const at = [...path, member];
    const type = reader.text([...at, "name"]);
    const metricType = reader.text([...at, "target", "type"]);
    const scaler = typeof type.value === "string" ? scalerByType(type.value) : undefined;
    // A quantity: text, or a number.
    const value = valueAt(reader.declared.object, [...at, "target", "averageValue"]) ?? undefined;
    return {
        path,
        type,
        // A resource may be called anything; only those two are KEDA's triggers too.
        scaler: scaler?.wakesFromZero === false ? scaler : undefined,
        name: absent(path),
        metricType,
        effectiveMetricType:
            typeof metricType.value === "string" ? (metricType.value as MetricType) : undefined,
        target: reader.integer([...at, "target", "averageUtilization"]),
        metadata: value === undefined ? {} : { value },
        isMetadataUnknown: false,
        container: member === "containerResource" ? reader.text([...at, "container"]) : absent(path),
        useCachedMetrics: absent(path),
        authentication: undefined,
    };
}
