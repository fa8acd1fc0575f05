import type { Path } from "../declared";
import { Secret, Unknown, formatPath } from "../declared";
import type { MetricType, Scaler } from "../triggers";
import { defaultOf, metadataNumber, scalerByType, targetKeyOf } from "../triggers";
import type { Field } from "./field";
import type { FieldReader } from "./field-reader";
import type { FleetTrigger } from "./fleet-scaler";

/** Reads one trigger of a ScaledObject. */
export function readTrigger(reader: FieldReader, path: Path): FleetTrigger {
    const type = reader.text([...path, "type"]);
    const scaler = typeof type.value === "string" ? scalerByType(type.value) : undefined;
    const at = [...path, "metadata"];
    const metadata = reader.record(at);
    const metricType = reader.textUnlessEmpty([...path, "metricType"]);
    const applies = effectiveMetricType(metricType, scaler);
    return {
        path,
        type,
        scaler,
        name: reader.textUnlessEmpty([...path, "name"]),
        metricType,
        effectiveMetricType: applies,
        target: scaler === undefined ? { path, value: undefined } : readTarget(at, metadata, scaler, applies),
        metadata,
        isMetadataUnknown: reader.isUnknown(at),
        container:
            scaler?.wakesFromZero === false
                ? reader.textUnlessEmpty([...at, "containerName"])
                : { path, value: undefined },
        useCachedMetrics: reader.boolean([...path, "useCachedMetrics"]),
        authentication: readReference(reader, [...path, "authenticationRef"]),
    };
}

function effectiveMetricType(given: Field<string>, scaler: Scaler | undefined): MetricType | undefined {
    if (scaler?.fixedMetricType === true) return scaler.defaultMetricType;
    if (given.value instanceof Unknown) return undefined;
    return (given.value as MetricType | undefined) ?? scaler?.defaultMetricType;
}

/** The number that the metric is divided by; KEDA drops the spaces around it and takes an empty text for none. */
function readTarget(
    at: Path,
    metadata: Readonly<Record<string, unknown>>,
    scaler: Scaler,
    metricType: MetricType | undefined,
): Field<number> {
    const key = targetKeyOf(scaler, metadata);
    if (key === undefined) return { path: at, value: scaler.fixedTarget };
    const path = [...at, key];
    const value = metadata[key] ?? "";
    if (value instanceof Unknown || value instanceof Secret) {
        return { path, value: new Unknown(formatPath(path), value.identity) };
    }
    if (typeof value !== "string") return { path, value: undefined };
    const text = value.trim();
    if (scaler.wakesFromZero) return { path, value: metadataNumber(text, defaultOf(scaler, key)) };
    return { path, value: metricType === "Utilization" ? percent(text) : undefined };
}

/** KEDA 2.20.2 pkg/scalers/cpu_memory_scaler.go `parseUtilization`: a Go integer, with a sign or leading zeros. */
function percent(text: string): number | undefined {
    return /^[+-]?\d{1,20}$/.test(text) ? Number(text) : undefined;
}

function readReference(reader: FieldReader, path: Path): FleetTrigger["authentication"] {
    const name = reader.name([...path, "name"]);
    if (name === undefined) return undefined;
    return { name, kind: reader.textUnlessEmpty([...path, "kind"]), path: [...path, "name"] };
}
