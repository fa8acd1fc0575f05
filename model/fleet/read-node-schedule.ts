import type { Declared } from "../declared";
import { CLOUD_TYPES } from "../declared";
import type { Field } from "./field";
import type { FieldReader } from "./field-reader";

/** A scheduled action of an Auto Scaling group, which sets its sizes at a time. */
export interface FleetNodeSchedule {
    readonly declared: Declared;
    /** Its three sizes; -1 leaves one alone, and one that is not given is 0. */
    readonly sizes: readonly Field<number>[];
}

/** Reads a scheduled action; `undefined` for anything else. */
export function readNodeSchedule(reader: FieldReader): FleetNodeSchedule | undefined {
    const { declared } = reader;
    if (declared.type !== CLOUD_TYPES.autoScalingSchedule) return undefined;
    return {
        declared,
        sizes: ["minSize", "maxSize", "desiredCapacity"].map((member) => reader.integer([member])),
    };
}
