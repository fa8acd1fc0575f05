import type { Declared, Leaf, Location, Path } from "../declared";
import { Secret, Unknown, formatPath, showLeaf, valueAt } from "../declared";

/**
 * How bad a finding is. An `error` is impossible: the cluster would refuse it, or it can never work, so a
 * component refuses to be created. A `warning` is doubtful: it works, and someone will be called at night; CI
 * decides by its failing level. A `note` says what could not be checked, and why.
 */
export type Severity = "error" | "warning" | "note";

/** Severities from the worst to the mildest. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

/** The id of a finding about a field of the wrong type, which no rule can read. */
export const FIELD_TYPE = "field-type";

/** The object that a finding is about. */
export interface FindingResource {
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespace?: Leaf<string>;
    readonly name: Leaf<string>;
    readonly urn?: string;
}

/** One thing that is wrong, doubtful or not checked: what, where, why, and the smallest fix. */
export interface Finding {
    /** The rule's id, `scale-bounds`, or `shape` for an argument that has the wrong form. */
    readonly id: string;
    readonly severity: Severity;
    /** What is wrong, with the numbers. One sentence without a full stop at the end. */
    readonly message: string;
    /** What to change, as an instruction. */
    readonly fix: string;
    /** The place in the object or in the arguments, `spec.maxReplicaCount`. */
    readonly path: string;
    /** Where the user wrote it. */
    readonly origin: Location;
    readonly resource?: FindingResource;
    /** Why it is accepted, where its object says so; it counts for nothing then. */
    readonly exemption?: FindingExemption;
    /** The change of one field that is the whole fix, where there is one. */
    readonly edit?: FindingEdit;
}

/** The change of one field: a value to write, or none to take the field away. */
export interface FieldEdit {
    readonly path: Path;
    readonly value?: string | number | boolean;
}

/** A change of one field at the place where it is written. */
export interface FindingEdit {
    /** Where the field is written, or what holds it where it is not. */
    readonly at: Location;
    /** The field's name, where it is not written yet. */
    readonly member?: string;
    /** The value to write; absent where the field is taken away. */
    readonly value?: string | number | boolean;
}

/** Why a finding is accepted, and for how long. */
export interface FindingExemption {
    readonly reason: string;
    /** The last day, `2027-01-31`. */
    readonly until?: string;
}

/** The resource part of a finding about a declared object. */
export function findingResource(declared: Declared): FindingResource {
    const { apiVersion, kind } = declared.object;
    const namespace = nameAt(declared, "namespace");
    return {
        apiVersion,
        kind,
        name: nameAt(declared, "name") ?? "",
        ...(namespace === undefined ? {} : { namespace }),
        ...(declared.urn === undefined ? {} : { urn: declared.urn }),
    };
}

/** A name as it was declared; absent where it is no text, which is a finding of its own. */
function nameAt({ object }: Declared, member: "name" | "namespace"): Leaf<string> | undefined {
    const value = valueAt(object, ["metadata", member]);
    return typeof value === "string" || value instanceof Unknown || value instanceof Secret
        ? value
        : undefined;
}

/** A finding about one place in a declared object. */
export function findingAt(
    declared: Declared,
    path: Path,
    { edit, ...what }: { id: string; severity: Severity; message: string; fix: string; edit?: FieldEdit },
): Finding {
    return {
        ...what,
        ...(edit === undefined ? {} : { edit: editAt(declared, edit) }),
        path: formatPath(path),
        origin: declared.origin(path),
        resource: findingResource(declared),
    };
}

function editAt({ object, origin }: Declared, { path, value }: FieldEdit): FindingEdit {
    const isWritten = valueAt(object, path) !== undefined;
    return {
        at: origin(isWritten ? path : path.slice(0, -1)),
        ...(isWritten ? {} : { member: String(path.at(-1)) }),
        ...(value === undefined ? {} : { value }),
    };
}

/** Whether a severity is at least as bad as a level. */
export function atLeast(severity: Severity, level: Severity): boolean {
    return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(level);
}

/**
 * Sorts findings for reading: the worst first and what is exempt last, then by resource, place and rule, so that order
 * of input changes nothing.
 */
export function sortFindings(findings: readonly Finding[]): Finding[] {
    const key = (f: Finding): string =>
        [
            f.exemption === undefined ? 0 : 1,
            SEVERITIES.indexOf(f.severity),
            f.resource?.kind ?? "",
            showLeaf(f.resource?.namespace ?? ""),
            showLeaf(f.resource?.name ?? ""),
            f.path,
            f.id,
            f.message,
            f.fix,
            f.resource?.urn ?? "",
            JSON.stringify(f.origin),
        ].join("\0");
    return findings
        .map((finding) => ({ finding, key: key(finding) }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ finding }) => finding);
}
