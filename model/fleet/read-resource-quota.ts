import type { Declared, Path } from "../declared";
import type { Field } from "./field";
import { absent } from "./field";
import type { FieldReader } from "./field-reader";
import type { FleetAmounts } from "./fleet-vertical";
import type { Identity } from "./identity";
import { readAmounts } from "./read-amounts";

/** A ResourceQuota. */
export interface FleetQuota extends Identity {
    readonly declared: Declared;
    /** The most of each resource for all pods that count, by the quota's own names: `requests.cpu`, `pods`. */
    readonly hard: FleetAmounts;
    /** What a pod must be like to count; all of them hold. */
    readonly scopes: readonly FleetQuotaScope[];
    /** Where scopes are known only after apply; `scopes` then lacks them. */
    readonly unknownScopes: Path | undefined;
}

/** One condition for a pod to count: `Exists` of a name, or its value among others. */
export interface FleetQuotaScope {
    readonly name: Field<string>;
    /** `Exists` where it stands in the plain list. */
    readonly operator: Field<string>;
    readonly values: Field<readonly string[]>;
}

const PLAIN: Path = ["spec", "scopes"];
const SELECTOR: Path = ["spec", "scopeSelector", "matchExpressions"];

/** Reads a ResourceQuota. */
export function readResourceQuota(reader: FieldReader): FleetQuota {
    const plain = reader.list(PLAIN).map(({ path }): FleetQuotaScope => ({
        name: reader.text(path),
        operator: { path, value: "Exists" },
        values: absent(path),
    }));
    const selected = reader.list(SELECTOR).map(({ path }): FleetQuotaScope => ({
        name: reader.text([...path, "scopeName"]),
        operator: reader.text([...path, "operator"]),
        values: reader.texts([...path, "values"]),
    }));
    return {
        declared: reader.declared,
        name: reader.name(["metadata", "name"]),
        namespace: reader.name(["metadata", "namespace"]),
        hard: readAmounts(reader, ["spec", "hard"]),
        scopes: [...plain, ...selected],
        unknownScopes: [PLAIN, SELECTOR].find((path) => reader.isUnknown(path)),
    };
}
