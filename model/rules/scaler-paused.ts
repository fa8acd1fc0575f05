import type { Fleet, FleetScaler } from "../fleet";
import { known } from "../fleet";
import { KedaAnnotation, kedaBoolean } from "../triggers";
import type { Rule } from "./rule";

/** Scalers that stand still. */
export const scalerPaused: Rule = {
    id: "scaler-paused",
    severity: "warning",
    impact: "medium",
    tags: ["scaler"],
    title: "No scaler is told to stand still.",
    why: "A pause for one afternoon is forgotten: months later nothing scales, and all conditions are green.",
    source: "kedacore/keda#6421, #6982, #7663; KEDA 2.20.2 scaledobject_controller.go handlePause, scaledjob_controller.go checkIfPaused",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            if (scaler.engine === "hpa") continue;
            for (const [key, effect] of pauses(scaler)) {
                yield {
                    declared: scaler.declared,
                    path: ["metadata", "annotations", key],
                    message: `${effect}, until ${key} is removed`,
                    fix: "remove it, or exempt the object from this rule until the day on which the pause ends",
                };
            }
        }
    },
};

/**
 * A number of replicas is stronger than all others, and jobs have no pause but one. A value that is not known is noted
 * by keda-annotations.
 */
function pauses({ kedaAnnotations, jobs }: FleetScaler): (readonly [key: string, effect: string])[] {
    const text = (key: string): string | undefined => {
        const field = kedaAnnotations.get(key);
        return field === undefined ? undefined : known(field);
    };
    const isOn = (key: string): boolean => {
        const value = text(key);
        return value !== undefined && kedaBoolean(value) !== false;
    };
    if (jobs !== undefined) {
        return isOn(KedaAnnotation.Paused) ? [[KedaAnnotation.Paused, "no job is started"]] : [];
    }
    const replicas = text(KedaAnnotation.PausedReplicas);
    if (replicas !== undefined) {
        return [[KedaAnnotation.PausedReplicas, `the scaler stands still at ${count(replicas)}`]];
    }
    if (isOn(KedaAnnotation.Paused)) {
        return [[KedaAnnotation.Paused, "the scaler stands still at as many replicas as there are"]];
    }
    return [
        [KedaAnnotation.PausedScaleIn, "no replica is taken away"] as const,
        [KedaAnnotation.PausedScaleOut, "no replica is added"] as const,
    ].filter(([key]) => isOn(key));
}

/** A text that is no number is refused by keda-annotations. */
function count(replicas: string): string {
    if (!/^\d{1,9}$/.test(replicas)) return `${JSON.stringify(replicas.slice(0, 40))} replicas`;
    return Number(replicas) === 1 ? "1 replica" : `${Number(replicas)} replicas`;
}
