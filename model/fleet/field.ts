import type { Path } from "../declared";
import { Unknown } from "../declared";

/** A field of an object: its value, and the place that a finding about it points at. */
export interface Field<T> {
    readonly path: Path;
    /** The value; `undefined` where the field is absent, `Unknown` where it is known only after apply. */
    readonly value: T | Unknown | undefined;
}

/** The value of a field where it may be looked at. */
export function known<T>(field: Field<T>): T | undefined {
    return field.value instanceof Unknown ? undefined : field.value;
}

/** Whether a field is there but known only after apply. */
export function isUnknown(field: Field<unknown>): boolean {
    return field.value instanceof Unknown;
}

/** A field that an object of this kind does not have. */
export function absent(path: Path): Field<never> {
    return { path, value: undefined };
}
