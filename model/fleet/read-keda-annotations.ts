import type { Path } from "../declared";
import type { Field } from "./field";
import type { FieldReader } from "./field-reader";

/** What stands before the slash in KEDA's annotations. */
const PREFIX = /^(autoscaling|scaledobject|scaledjob|validations)\.keda\.sh\//;

/** Reads the annotations of an object that are KEDA's by their prefix. */
export function readKedaAnnotations(reader: FieldReader): ReadonlyMap<string, Field<string>> {
    const path: Path = ["metadata", "annotations"];
    const keys = Object.keys(reader.record(path)).filter((key) => PREFIX.test(key));
    return new Map(keys.map((key) => [key, reader.text([...path, key])]));
}
