import type { Declared, Path } from "../declared";
import { valueAt } from "../declared";
import type { ExemptionReading } from "../findings";
import { EXEMPT_ANNOTATION, readExemptions } from "../findings";

/** The annotation by which an object is exempt from rules. */
export interface FleetExemptions {
    readonly declared: Declared;
    /** Where it stands. */
    readonly path: Path;
    /** What it says; `undefined` where that is known only after apply. */
    readonly reading: ExemptionReading | undefined;
}

/** Reads what an object of any kind is exempt from; most are from nothing. */
export function readExemptAnnotation(declared: Declared): FleetExemptions[] {
    const annotations = valueAt(declared.object, ["metadata", "annotations"]);
    if (typeof annotations !== "object" || annotations === null) return [];
    if (!Object.hasOwn(annotations, EXEMPT_ANNOTATION)) return [];
    const path = ["metadata", "annotations", EXEMPT_ANNOTATION];
    const annotation = valueAt(declared.object, path) ?? undefined;
    return annotation === undefined ? [] : [{ declared, path, reading: readExemptions(annotation) }];
}
