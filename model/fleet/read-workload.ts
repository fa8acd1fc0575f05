import type { Path } from "../declared";
import { findingAt } from "../findings";
import type { Intent } from "../intent";
import { INTENT_ANNOTATION, readIntent } from "../intent";
import type { FieldReader } from "./field-reader";
import type { FleetDisruptionBudget, FleetWorkload } from "./fleet-workload";
import { readLabelSelector } from "./label-selector";

/** Reads a workload that has a pod template, at `spec.template` unless somewhere else. */
export function readWorkload(
    reader: FieldReader,
    template: Path = ["spec", "template"],
): Omit<FleetWorkload, "disruptionBudgets"> {
    const podSpecPath: Path = [...template, "spec"];
    return {
        declared: reader.declared,
        kind: reader.declared.object.kind,
        name: reader.name(["metadata", "name"]),
        namespace: reader.name(["metadata", "namespace"]),
        podSpecPath,
        podSpec: reader.record(podSpecPath),
        isPodSpecUnknown: reader.isUnknown(podSpecPath),
        podLabels: reader.record([...template, "metadata", "labels"]),
        selector: readLabelSelector(reader, ["spec", "selector"]),
        replicas: reader.integer(["spec", "replicas"]),
        intent: readIntentAnnotation(reader),
    };
}

/**
 * Reads the intent that an object carries. An annotation that cannot be read is a finding, and one that is known
 * only after apply a note: what it would say is not checked.
 */
export function readIntentAnnotation(reader: FieldReader): Intent | undefined {
    const path: Path = ["metadata", "annotations", INTENT_ANNOTATION];
    const annotation = reader.record(["metadata", "annotations"])[INTENT_ANNOTATION] ?? undefined;
    const reading = readIntent(annotation);
    if (reading === undefined && annotation !== undefined) {
        reader.problems.push(
            findingAt(reader.declared, path, {
                id: "intent-annotation",
                severity: "note",
                message: `the annotation ${INTENT_ANNOTATION} is known only after apply, so the task is not checked`,
                fix: "give it as plain text",
            }),
        );
    }
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
        selector: readLabelSelector(reader, ["spec", "selector"]),
        spec,
        boundPath: [
            "spec",
            (spec["minAvailable"] ?? undefined) === undefined ? "maxUnavailable" : "minAvailable",
        ],
    };
}
