import type { Declared } from "../declared";
import { valueAt } from "../declared";
import { EXEMPT_ANNOTATION, readExemptions } from "../findings";
import type { FleetExemptions } from "./fleet";

/** Reads what an object of any kind is exempt from; most are from nothing. */
export function readExemptAnnotation(declared: Declared): FleetExemptions[] {
    const annotations = valueAt(declared.object, ["metadata", "annotations"]);
    if (typeof annotations !== "object" || annotations === null) return [];
    if (!Object.hasOwn(annotations, EXEMPT_ANNOTATION)) return [];
    const path = ["metadata", "annotations", EXEMPT_ANNOTATION];
    const annotation = valueAt(declared.object, path) ?? undefined;
    return annotation === undefined ? [] : [{ declared, path, reading: readExemptions(annotation) }];
}
