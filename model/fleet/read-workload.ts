import type { Path } from "../declared";
import { findingAt } from "../findings";
import type { Intent } from "../intent";
import { INTENT_ANNOTATION, readIntent } from "../intent";
import type { FieldReader } from "./field-reader";
import type { FleetDisruptionBudget, FleetWorkload } from "./fleet";

/** Reads a workload that has a pod template at `spec.template`. */
export function readWorkload(reader: FieldReader): FleetWorkload {
    const podSpecPath: Path = ["spec", "template", "spec"];
    return {
        declared: reader.declared,
        kind: reader.declared.object.kind,
        name: reader.name(["metadata", "name"]),
        namespace: reader.name(["metadata", "namespace"]),
        podSpecPath,
        podSpec: reader.record(podSpecPath),
        podLabels: reader.record(["spec", "template", "metadata", "labels"]),
        replicas: reader.integer(["spec", "replicas"]),
        intent: readIntentAnnotation(reader),
    };
}

/** Reads the intent that an object carries; an annotation that cannot be read is a finding. */
export function readIntentAnnotation(reader: FieldReader): Intent | undefined {
    const path: Path = ["metadata", "annotations", INTENT_ANNOTATION];
    const reading = readIntent(reader.record(["metadata", "annotations"])[INTENT_ANNOTATION]);
    if (reading?.problem !== undefined) {
        reader.problems.push(
            findingAt(reader.declared, path, {
                id: "intent-annotation",
                severity: "error",
                message: `the annotation ${INTENT_ANNOTATION} ${reading.problem}`,
                fix: 'write JSON such as {"version":1,"task":{"p99Seconds":90}}',
            }),
        );
    }
    return reading?.intent;
}

/** Reads a PodDisruptionBudget. */
export function readDisruptionBudget(reader: FieldReader): FleetDisruptionBudget {
    const spec = reader.record(["spec"]);
    return {
        declared: reader.declared,
        name: reader.name(["metadata", "name"]),
        namespace: reader.name(["metadata", "namespace"]),
        matchLabels: reader.record(["spec", "selector", "matchLabels"]),
        spec,
        boundPath: ["spec", spec["minAvailable"] === undefined ? "maxUnavailable" : "minAvailable"],
    };
}
