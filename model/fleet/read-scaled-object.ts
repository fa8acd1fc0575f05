import type { Path } from "../declared";
import { KedaAnnotation } from "../triggers";
import type { Field } from "./field";
import type { FieldReader } from "./field-reader";
import type { FleetFallback, FleetModifiers, FleetScaler } from "./fleet-scaler";
import { readBehavior } from "./read-behavior";
import { readKedaAnnotations } from "./read-keda-annotations";
import { readTrigger } from "./read-trigger";

/** KEDA's defaults (`apis/keda/v1alpha1/scaledobject_types.go`, `scale_executor.go`, 2.20.2). */
const DEFAULTS = { min: 0, max: 100, pollingInterval: 30, cooldownPeriod: 300 } as const;

/** A scaler before it is joined with its workload. */
export type UnjoinedScaler = Omit<FleetScaler, "workload">;

/** Reads a ScaledObject. */
export function readScaledObject(reader: FieldReader): Omit<UnjoinedScaler, "intent"> {
    const spec = (...path: Path): Path => ["spec", ...path];
    const max = reader.integer(spec("maxReplicaCount"));
    const hpa = spec("advanced", "horizontalPodAutoscalerConfig");
    const kedaAnnotations = readKedaAnnotations(reader);
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
        areTriggersUnknown: reader.isUnknown(spec("triggers")),
        modifiers: readModifiers(reader, spec("advanced", "scalingModifiers")),
        fallback: readFallback(reader, spec("fallback")),
        behavior: readBehavior(reader, [...hpa, "behavior"]),
        pollingInterval: withDefault(reader.integer(spec("pollingInterval")), DEFAULTS.pollingInterval),
        cooldown: withDefault(reader.integer(spec("cooldownPeriod")), DEFAULTS.cooldownPeriod),
        idle: reader.integer(spec("idleReplicaCount")),
        hpaName: reader.textUnlessEmpty([...hpa, "name"]),
        takesOverHpa: kedaAnnotations.get(KedaAnnotation.TransferOwnership)?.value === "true",
        toleratesOthers: false,
        environmentSource: reader.textUnlessEmpty(spec("scaleTargetRef", "envSourceContainerName")),
        kedaAnnotations,
        jobs: undefined,
    };
}

function readFallback(reader: FieldReader, path: Path): FleetFallback | undefined {
    if (!reader.has(path)) return undefined;
    reader.record(path);
    return {
        path,
        failureThreshold: reader.integer([...path, "failureThreshold"]),
        replicas: reader.integer([...path, "replicas"]),
        behavior: withDefault(reader.text([...path, "behavior"]), "static"),
    };
}

/** KEDA uses the modifiers as soon as one of them is set (`IsUsingModifiers`, 2.20.2). */
function readModifiers(reader: FieldReader, path: Path): FleetModifiers | undefined {
    const modifiers: FleetModifiers = {
        formula: reader.textUnlessEmpty([...path, "formula"]),
        target: reader.textUnlessEmpty([...path, "target"]),
        activationTarget: reader.textUnlessEmpty([...path, "activationTarget"]),
        metricType: reader.textUnlessEmpty([...path, "metricType"]),
    };
    return Object.values(modifiers).every(({ value }: Field<string>) => value === undefined)
        ? undefined
        : modifiers;
}

/** A field with the engine's default where it is absent. */
export function withDefault<T>(field: Field<T>, fallback: T): Field<T> {
    return { path: field.path, value: field.value ?? fallback };
}

/** Text, or a default where it is empty, absent or not known; only for fields that name a kind. */
export function textOr(field: Field<string>, fallback: string): string {
    return typeof field.value === "string" && field.value !== "" ? field.value : fallback;
}
