import type { Declared, Leaf, Path } from "../declared";
import type { FieldReader } from "./field-reader";

/** What the pods of an object of any kind look like. */
export interface FleetPodTemplate {
    readonly declared: Declared;
    readonly namespace: Leaf<string> | undefined;
    /** Where the pods' labels stand. */
    readonly labelsPath: Path;
    readonly labels: Readonly<Record<string, unknown>>;
}

const IN_SPEC: Path = ["spec", "template"];

/** Where each kind that makes pods says what they look like. */
const TEMPLATES: ReadonlyMap<string, Path> = new Map<string, Path>([
    ["kubernetes:core/v1:Pod", []],
    ["kubernetes:core/v1:ReplicationController", IN_SPEC],
    ["kubernetes:apps/v1:DaemonSet", IN_SPEC],
    ["kubernetes:apps/v1:Deployment", IN_SPEC],
    ["kubernetes:apps/v1:ReplicaSet", IN_SPEC],
    ["kubernetes:apps/v1:StatefulSet", IN_SPEC],
    ["kubernetes:argoproj.io/v1alpha1:Rollout", IN_SPEC],
    ["kubernetes:batch/v1:Job", IN_SPEC],
    ["kubernetes:batch/v1:CronJob", ["spec", "jobTemplate", "spec", "template"]],
    ["kubernetes:keda.sh/v1alpha1:ScaledJob", ["spec", "jobTargetRef", "template"]],
]);

/** Reads what the pods of an object look like; nothing where it makes none. */
export function readPodTemplate(reader: FieldReader): FleetPodTemplate[] {
    const template = TEMPLATES.get(reader.declared.type);
    if (template === undefined) return [];
    const labelsPath = [...template, "metadata", "labels"];
    return [
        {
            declared: reader.declared,
            namespace: reader.name(["metadata", "namespace"]),
            labelsPath,
            labels: reader.record(labelsPath),
        },
    ];
}
