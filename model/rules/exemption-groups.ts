import type { Declared, Path } from "../declared";
import { showLeaf, valueAt } from "../declared";
import type { FleetExemptions } from "../fleet";

/** What tells one argument of a pool from all others; `undefined` for what was written by hand. */
export function originKey(declared: Declared, path: Path): string | undefined {
    const { component, argument } = declared.origin(path);
    return argument === undefined ? undefined : JSON.stringify([component, argument]);
}

/** Sorts by kind, namespace and name, so that of many objects with one exemption it is always the same that is told. */
export function byPlace(a: FleetExemptions, b: FleetExemptions): number {
    const key = ({ declared: { object, urn } }: FleetExemptions): string =>
        [
            object.kind,
            ...["namespace", "name"].map((member) => showLeaf(valueAt(object.metadata, [member]))),
            urn,
        ].join("\0");
    return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
