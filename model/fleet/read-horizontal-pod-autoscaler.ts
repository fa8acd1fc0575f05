import type { Path } from "../declared";
import type { MetricType } from "../triggers";
import { scalerByType } from "../triggers";
import type { Field } from "./field";
import type { FieldReader } from "./field-reader";
import type { FleetTrigger } from "./fleet";
import { readBehavior } from "./read-behavior";
import type { UnjoinedScaler } from "./read-scaled-object";
import { textOr, withDefault } from "./read-scaled-object";

const ABSENT = (path: Path): Field<never> => ({ path, value: undefined });

/** Reads an autoscaling/v2 HorizontalPodAutoscaler. */
export function readHorizontalPodAutoscaler(reader: FieldReader): Omit<UnjoinedScaler, "intent"> {
    const max = reader.integer(["spec", "maxReplicas"]);
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
        triggers: reader.list(["spec", "metrics"]).map(({ path }) => readMetric(reader, path)),
        behavior: readBehavior(reader, ["spec", "behavior"]),
        pollingInterval: ABSENT(["spec"]),
        cooldown: ABSENT(["spec"]),
        idle: ABSENT(["spec"]),
        hpaName: ABSENT(["spec"]),
        takesOverHpa: false,
    };
}

/** The member of a metric that holds its resource, by the metric's type. */
const RESOURCE_MEMBERS: Readonly<Record<string, string>> = {
    Resource: "resource",
    ContainerResource: "containerResource",
};

function readMetric(reader: FieldReader, path: Path): FleetTrigger {
    const kind = reader.text([...path, "type"]);
    const member = typeof kind.value === "string" ? RESOURCE_MEMBERS[kind.value] : undefined;
    if (member === undefined) {
        return {
            path,
            type: kind,
            scaler: undefined,
            name: ABSENT(path),
            metricType: ABSENT(path),
            effectiveMetricType: undefined,
            target: ABSENT(path),
            metadata: {},
            container: ABSENT(path),
            useCachedMetrics: ABSENT(path),
            authentication: undefined,
        };
    }
    const at = [...path, member];
    const type = reader.text([...at, "name"]);
    const metricType = reader.text([...at, "target", "type"]);
    const value = reader.name([...at, "target", "averageValue"]);
    return {
        path,
        type,
        scaler: typeof type.value === "string" ? scalerByType(type.value) : undefined,
        name: ABSENT(path),
        metricType,
        effectiveMetricType:
            typeof metricType.value === "string" ? (metricType.value as MetricType) : undefined,
        target: reader.integer([...at, "target", "averageUtilization"]),
        metadata: value === undefined ? {} : { value },
        container: member === "containerResource" ? reader.text([...at, "container"]) : ABSENT(path),
        useCachedMetrics: ABSENT(path),
        authentication: undefined,
    };
}
