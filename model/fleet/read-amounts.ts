import type { Path } from "../declared";
import type { FieldReader } from "./field-reader";
import type { FleetAmounts } from "./fleet-vertical";

/** Reads amounts by resource. */
export function readAmounts(reader: FieldReader, path: Path): FleetAmounts {
    const resources = Object.keys(reader.record(path));
    return {
        path,
        isUnknown: reader.isUnknown(path),
        amounts: new Map(resources.map((resource) => [resource, reader.quantity([...path, resource])])),
    };
}
