import type { Leaf, Path } from "../declared";
import { Secret, Unknown, formatPath } from "../declared";
import type { MetricType } from "../triggers";
import { metadataNumber, scalerByType } from "../triggers";
import type { Field } from "./field";
import type { FieldReader } from "./field-reader";
import type { FleetScaler, FleetTrigger } from "./fleet";
import { readBehavior } from "./read-behavior";

/** KEDA's defaults (`apis/keda/v1alpha1/scaledobject_types.go`, `scale_executor.go`, 2.20.2). */
const DEFAULTS = { min: 0, max: 100, pollingInterval: 30, cooldownPeriod: 300 } as const;

/** A scaler before it is joined with its workload. */
export type UnjoinedScaler = Omit<FleetScaler, "workload">;

/** Reads a ScaledObject. */
export function readScaledObject(reader: FieldReader): Omit<UnjoinedScaler, "intent"> {
    const spec = (...path: Path): Path => ["spec", ...path];
    const max = reader.integer(spec("maxReplicaCount"));
    const hpa = spec("advanced", "horizontalPodAutoscalerConfig");
    return {
        declared: reader.declared,
        engine: "keda",
        name: reader.name(["metadata", "name"]),
        namespace: reader.name(["metadata", "namespace"]),
        target: {
            apiVersion: textOr(reader.text(spec("scaleTargetRef", "apiVersion")), "apps/v1"),
            kind: textOr(reader.text(spec("scaleTargetRef", "kind")), "Deployment"),
            name: reader.name(spec("scaleTargetRef", "name")),
        },
        min: withDefault(reader.integer(spec("minReplicaCount")), DEFAULTS.min),
        max: withDefault(max, DEFAULTS.max),
        maxStated: max.value !== undefined,
        triggers: reader.list(spec("triggers")).map(({ path }) => readTrigger(reader, path)),
        behavior: readBehavior(reader, [...hpa, "behavior"]),
        pollingInterval: withDefault(reader.integer(spec("pollingInterval")), DEFAULTS.pollingInterval),
        cooldown: withDefault(reader.integer(spec("cooldownPeriod")), DEFAULTS.cooldownPeriod),
        idle: reader.integer(spec("idleReplicaCount")),
        hpaName: reader.text([...hpa, "name"]),
        takesOverHpa:
            reader.text(["metadata", "annotations", "scaledobject.keda.sh/transfer-hpa-ownership"]).value ===
            "true",
    };
}

function readTrigger(reader: FieldReader, path: Path): FleetTrigger {
    const type = reader.text([...path, "type"]);
    const scaler = typeof type.value === "string" ? scalerByType(type.value) : undefined;
    const metadata = reader.record([...path, "metadata"]);
    const metricType = reader.text([...path, "metricType"]);
    const effectiveMetricType =
        (metricType.value instanceof Unknown ? undefined : (metricType.value as MetricType | undefined)) ??
        scaler?.defaultMetricType;
    const reference = reader.name([...path, "authenticationRef", "name"]);
    const fallback = Object.values(scaler?.fields ?? {}).find(
        ({ key }) => key === scaler?.targetKey,
    )?.default;
    return {
        path,
        type,
        scaler,
        name: reader.text([...path, "name"]),
        metricType,
        effectiveMetricType,
        target:
            scaler === undefined
                ? { path, value: undefined }
                : metadataTarget(
                      [...path, "metadata", scaler.targetKey],
                      metadata[scaler.targetKey],
                      fallback,
                  ),
        metadata,
        container:
            scaler?.metricTypes.includes("Utilization") === true
                ? reader.text([...path, "metadata", "containerName"])
                : { path, value: undefined },
        useCachedMetrics: reader.boolean([...path, "useCachedMetrics"]),
        authentication:
            reference === undefined
                ? undefined
                : {
                      kind: textOr(
                          reader.text([...path, "authenticationRef", "kind"]),
                          "TriggerAuthentication",
                      ),
                      name: reference,
                      path: [...path, "authenticationRef", "name"],
                  },
    };
}

function metadataTarget(path: Path, value: unknown, fallback: string | undefined): Field<number> {
    if (value instanceof Unknown || value instanceof Secret) {
        return { path, value: new Unknown(formatPath(path), value.identity) };
    }
    const text =
        typeof value === "string" || value === undefined ? (value as Leaf<string> | undefined) : undefined;
    return { path, value: metadataNumber(text, fallback) };
}

/** A field with the engine's default where it is absent. */
export function withDefault<T>(field: Field<T>, fallback: T): Field<T> {
    return { path: field.path, value: field.value ?? fallback };
}

/** Text, or a default where it is absent or not known; only for fields that name a kind. */
export function textOr(field: Field<string>, fallback: string): string {
    return typeof field.value === "string" ? field.value : fallback;
}
