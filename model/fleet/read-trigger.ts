import type { Path, Secret } from "../declared";
import { Unknown, formatPath, isHidden, valueAt } from "../declared";
import type { MetricType, Scaler } from "../triggers";
import { defaultOf, metadataNumber, scalerByType, targetKeyOf } from "../triggers";
import type { Field } from "./field";
import { absent } from "./field";
import type { FieldReader } from "./field-reader";
import type { FleetTrigger } from "./fleet-scaler";

/** Reads one trigger of a ScaledObject. */
export function readTrigger(reader: FieldReader, path: Path): FleetTrigger {
    const type = reader.text([...path, "type"]);
    const scaler = typeof type.value === "string" ? scalerByType(type.value) : undefined;
    const at = [...path, "metadata"];
    const metadata = reader.record(at);
    const hidden = valueAt(reader.declared.object, at);
    const metricType = reader.textUnlessEmpty([...path, "metricType"]);
    const applies = effectiveMetricType(metricType, scaler);
    return {
        path,
        type,
        scaler,
        name: reader.textUnlessEmpty([...path, "name"]),
        metricType,
        effectiveMetricType: applies,
        ...(isHidden(hidden) ? hiddenNumbers(at, hidden) : readNumbers(at, metadata, scaler, applies)),
        metadata,
        isMetadataUnknown: isHidden(hidden),
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

/** What a trigger is divided by, and what it must be above. */
type Numbers = Pick<FleetTrigger, "target" | "activation">;

function hiddenNumbers(at: Path, { identity }: Unknown | Secret): Numbers {
    const field = { path: at, value: new Unknown(formatPath(at), identity) };
    return { target: field, activation: field };
}

function readNumbers(
    at: Path,
    metadata: Readonly<Record<string, unknown>>,
    scaler: Scaler | undefined,
    metricType: MetricType | undefined,
): Numbers {
    if (scaler === undefined) return { target: absent(at), activation: absent(at) };
    const target = targetKeyOf(scaler, metadata);
    const { activationKey: activation } = scaler;
    return {
        target:
            target === undefined
                ? { path: at, value: scaler.fixedTarget }
                : readNumber([...at, target], metadata[target], (text) =>
                      scaler.wakesFromZero
                          ? metadataNumber(text, defaultOf(scaler, target))
                          : percent(text, metricType),
                  ),
        activation:
            activation === undefined
                ? { path: at, value: 0 }
                : readNumber([...at, activation], metadata[activation], (text) => metadataNumber(text, "0")),
    };
}

/** A number in metadata; KEDA drops the spaces around it and takes an empty text for none. */
function readNumber(
    path: Path,
    value: unknown,
    numberOf: (text: string) => number | undefined,
): Field<number> {
    if (isHidden(value)) return { path, value: new Unknown(formatPath(path), value.identity) };
    const text = value ?? "";
    return { path, value: typeof text === "string" ? numberOf(text.trim()) : undefined };
}

/** KEDA 2.20.2 pkg/scalers/cpu_memory_scaler.go `parseUtilization`: a Go integer, with a sign or leading zeros. */
function percent(text: string, metricType: MetricType | undefined): number | undefined {
    return metricType === "Utilization" && /^[+-]?\d{1,20}$/.test(text) ? Number(text) : undefined;
}

function readReference(reader: FieldReader, path: Path): FleetTrigger["authentication"] {
    const name = reader.name([...path, "name"]);
    if (name === undefined) return undefined;
    return { name, kind: reader.textUnlessEmpty([...path, "kind"]), path: [...path, "name"] };
}
