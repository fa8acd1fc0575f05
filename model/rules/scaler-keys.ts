import type { Scaler } from "../triggers";

/** A field of a scaler that KEDA reads from the metadata. */
export type ParsedField = Scaler["fields"][string];

/** Which keys of its metadata KEDA reads for a scaler. */
export interface ScalerKeys {
    readonly keys: ReadonlySet<string>;
    /** Beginnings of keys that all belong to one field. */
    readonly prefixes: readonly string[];
    /** One field for each key; CPU and memory have two for their value, which the metric type chooses between. */
    readonly parsed: readonly ParsedField[];
}

const FOUND = new WeakMap<Scaler, ScalerKeys>();

/** The keys that KEDA reads for a scaler, found once: every trigger of the type is compared with them. */
export function scalerKeys(scaler: Scaler): ScalerKeys {
    const found = FOUND.get(scaler) ?? findKeys(scaler);
    FOUND.set(scaler, found);
    return found;
}

function findKeys({ fields, otherKeys, secretKeys, deprecatedKeys = {} }: Scaler): ScalerKeys {
    const all = Object.values(fields);
    const keys = new Set([
        ...all.map(({ key }) => key),
        ...otherKeys,
        ...secretKeys,
        ...Object.keys(deprecatedKeys),
    ]);
    keys.delete("");
    const byKey = new Map(all.map((field) => [field.key, field]));
    return {
        keys,
        prefixes: all.flatMap(({ kind, key }) => (kind === "metadata" ? key : [])),
        parsed: [...byKey.values()].filter(({ key, kind }) => key !== "" && kind !== "metadata"),
    };
}
