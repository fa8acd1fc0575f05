import { Secret, Unknown, valueAt } from "../declared";
import { nearest } from "../findings";
import type { Fleet, FleetScaler } from "../fleet";
import { isUnknown, known } from "../fleet";
import { KedaAnnotation, kedaBoolean } from "../triggers";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

const LARGEST_INT32 = 2_147_483_647;
const LONGEST_SHOWN = 40;

const KNOWN: ReadonlySet<string> = new Set(Object.values(KedaAnnotation));

/** Annotations whose text KEDA reads as true unless it is one of Go's words for false. */
const BOOLEANS: ReadonlySet<string> = new Set([
    KedaAnnotation.Paused,
    KedaAnnotation.PausedScaleIn,
    KedaAnnotation.PausedScaleOut,
    KedaAnnotation.ForceActivation,
]);

/** Annotations that KEDA reads on a ScaledJob. */
const OF_JOBS: ReadonlySet<string> = new Set([KedaAnnotation.Paused, KedaAnnotation.JobExcludedLabels]);

/** Annotations that KEDA reads otherwise than their author, or not at all. */
export const kedaAnnotations: Rule = {
    id: "keda-annotations",
    severity: "warning",
    impact: "medium",
    tags: ["scaler"],
    title: "KEDA's annotations have names, values and places that KEDA reads.",
    why: "Nobody checks them: a pause called no stands still, a number that is none takes the HPA away, a misspelt one does nothing.",
    source: "KEDA 2.20.2 scaledobject_types.go getBoolAnnotation, GetPausedReplicaCount; scaledjob_types.go NeedToBePausedByAnnotation; scaledobject_webhook.go verifyHpas",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            const annotations = valueAt(scaler.declared.object, ["metadata", "annotations"]);
            if (annotations instanceof Unknown || annotations instanceof Secret) {
                yield notChecked(scaler.declared, ["metadata", "annotations"]);
            }
            for (const key of scaler.kedaAnnotations.keys()) yield* checkAnnotation(scaler, key);
        }
    },
};

function* checkAnnotation(scaler: FleetScaler, key: string): Generator<Breach> {
    const { declared, engine, kedaAnnotations: annotations } = scaler;
    const field = annotations.get(key);
    if (field === undefined) return;
    const at = { declared, path: field.path };
    if (!KNOWN.has(key)) {
        const meant = nearest(key, KNOWN);
        yield {
            ...at,
            message: `KEDA knows no annotation ${JSON.stringify(key.slice(0, 80))}, and ignores it without a word`,
            fix: meant === undefined ? "remove it" : `did you mean ${meant}?`,
        };
        return;
    }
    if (engine === "keda-jobs" && !OF_JOBS.has(key)) {
        yield {
            ...at,
            message: `${key} has no effect on a ScaledJob`,
            fix: `remove it; ${KedaAnnotation.Paused}: "true" is all that makes a ScaledJob stand still`,
        };
        return;
    }
    if (isUnknown(field)) yield notChecked(declared, field.path, `the annotation ${key}`);
    const text = known(field);
    if (text === undefined) return;
    if (BOOLEANS.has(key) && kedaBoolean(text) === undefined) {
        yield {
            ...at,
            message: `${key} is ${show(text)}, and KEDA takes anything but true and false for true`,
            fix: 'write "true", or remove it',
        };
    } else if (key === KedaAnnotation.PausedReplicas) yield* checkPausedReplicas(scaler, text);
    else if (key === KedaAnnotation.TransferOwnership && text !== "true" && text !== "false") {
        yield {
            ...at,
            message: `${key} is ${show(text)}, and only "true" takes an HPA over`,
            fix: 'write "true", or remove it',
        };
    } else if (key === KedaAnnotation.HpaOwnership && (engine === "keda" || text !== "false")) {
        yield {
            ...at,
            message:
                engine === "keda"
                    ? `${key} has no effect on a ScaledObject: KEDA reads it on the other HPA`
                    : `${key} is ${show(text)}, and only "false" lets a ScaledObject pass`,
            fix:
                engine === "keda"
                    ? 'put it on the HPA that may stay beside the ScaledObject, with the value "false"'
                    : 'write "false", or remove it',
        };
    }
}

/** What is no number is found after KEDA has deleted its HPA. */
function* checkPausedReplicas(
    { declared, engine, kedaAnnotations: annotations }: FleetScaler,
    text: string,
): Generator<Breach> {
    const path = annotations.get(KedaAnnotation.PausedReplicas)?.path ?? [];
    if (engine !== "keda" || (/^\+?\d+$/.test(text) && Number(text) <= LARGEST_INT32)) return;
    yield {
        declared,
        path,
        severity: "error",
        message: `${KedaAnnotation.PausedReplicas} is ${show(text)}, not a number of replicas: KEDA deletes its HPA and then stops`,
        fix: 'write a whole number, for example "0"',
    };
}

function show(text: string): string {
    return JSON.stringify(text.slice(0, LONGEST_SHOWN));
}
