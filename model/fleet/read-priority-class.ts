import type { Declared, Leaf } from "../declared";
import type { Field } from "./field";
import type { FieldReader } from "./field-reader";

/** A PriorityClass, which belongs to the whole cluster. */
export interface FleetPriorityClass {
    readonly declared: Declared;
    readonly name: Leaf<string> | undefined;
    /** 0 where it states none, as the API server fills it in. */
    readonly value: Field<number>;
    /** `Never` or `PreemptLowerPriority`, which the API server fills in. */
    readonly preemptionPolicy: Field<string>;
    /** Whether it is the class of all pods that name none. */
    readonly isDefault: Field<boolean>;
}

/** Reads a PriorityClass. */
export function readPriorityClass(reader: FieldReader): FleetPriorityClass {
    const value = reader.integer(["value"]);
    const preemptionPolicy = reader.text(["preemptionPolicy"]);
    return {
        declared: reader.declared,
        name: reader.name(["metadata", "name"]),
        value: reader.has(["value"]) ? value : { ...value, value: 0 },
        preemptionPolicy: reader.has(["preemptionPolicy"])
            ? preemptionPolicy
            : { ...preemptionPolicy, value: "PreemptLowerPriority" },
        isDefault: reader.boolean(["globalDefault"]),
    };
}
