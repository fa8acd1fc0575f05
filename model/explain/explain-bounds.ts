import { showLeaf } from "../declared";
import type { FleetScaler } from "../fleet";
import { isUnknown, known } from "../fleet";
import { KedaAnnotation, kedaBoolean } from "../triggers";
import { count } from "./count";
import type { Sentence } from "./explanation";

/** Between which numbers of replicas a scaler keeps its target. */
export function explainBounds({ min, max, maxStated, target, engine }: FleetScaler): Sentence[] {
    const name = target.name === undefined ? target.kind : `${target.kind} ${showLeaf(target.name)}`;
    const by = engine === "keda" ? "KEDA" : "the native autoscaler";
    const [floor, ceiling] = [known(min), known(max)];
    if (floor !== undefined && floor === ceiling) {
        const text = `${name} is held at ${count(floor, "replicas")} by ${by}: the floor is the ceiling, and no trigger changes that.`;
        return [{ topic: "bounds", text }];
    }
    const later = "a number known only after apply";
    const most =
        ceiling === undefined ? (isUnknown(max) ? later : "no stated number") : count(ceiling, "replicas");
    const note = maxStated || isUnknown(max) || ceiling === undefined ? "" : " (KEDA's default)";
    return [
        {
            topic: "bounds",
            text: `${name} runs between ${floor ?? later} and ${most}${note}, by ${by}.`,
        },
    ];
}

/**
 * Whether a scaler is switched off. Anything but a boolean counts as true (KEDA 2.20.2
 * `apis/keda/v1alpha1/scaledobject_types.go`); of jobs KEDA reads no number.
 */
export function explainPause({ kedaAnnotations, engine }: FleetScaler): Sentence[] {
    if (engine === "hpa") return [];
    const annotation = (key: string): unknown => kedaAnnotations.get(key)?.value;
    const replicas = annotation(KedaAnnotation.PausedReplicas);
    if (engine === "keda" && typeof replicas === "string") {
        const text = `Paused at ${JSON.stringify(replicas)} replicas by the annotation ${KedaAnnotation.PausedReplicas}; nothing below happens until it is removed.`;
        return [{ topic: "paused", text }];
    }
    const paused = annotation(KedaAnnotation.Paused);
    if (typeof paused !== "string" || kedaBoolean(paused) === false) return [];
    const text = `Paused where it is by the annotation ${KedaAnnotation.Paused}; nothing below happens until it is removed.`;
    return [{ topic: "paused", text }];
}
