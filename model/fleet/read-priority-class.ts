import type { Declared, Leaf } from "../declared";
import type { Field } from "./field";
import type { FieldReader } from "./field-reader";

/** A PriorityClass, which belongs to the whole cluster. */
export interface FleetPriorityClass {
    readonly declared: Declared;
    readonly name: Leaf<string> | undefined;
    readonly value: Field<number>;
    /** `Never`, or what the API server takes for none: `PreemptLowerPriority`. */
    readonly preemptionPolicy: Field<string>;
    /** Whether it is the class of all pods that name none. */
    readonly isDefault: Field<boolean>;
}

/** Reads a PriorityClass. */
export function readPriorityClass(reader: FieldReader): FleetPriorityClass {
    return {
        declared: reader.declared,
        name: reader.name(["metadata", "name"]),
        value: reader.integer(["value"]),
        preemptionPolicy: reader.textUnlessEmpty(["preemptionPolicy"]),
        isDefault: reader.boolean(["globalDefault"]),
    };
}
