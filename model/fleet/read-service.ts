import type { Declared } from "../declared";
import type { Field } from "./field";
import type { FieldReader } from "./field-reader";
import type { Identity } from "./identity";
import type { LabelSelector } from "./label-selector";

/** A Service. */
export interface FleetService extends Identity {
    readonly declared: Declared;
    /** The pods behind it; `undefined` where it selects none. */
    readonly selector: LabelSelector | undefined;
    /** Whether it has no address of its own, and only names its pods. */
    readonly isHeadless: boolean;
    readonly sessionAffinity: Field<string>;
}

/** Reads a Service; its selector is a plain map of labels, and an empty one selects nothing. */
export function readService(reader: FieldReader): FleetService {
    const matchLabels = reader.record(["spec", "selector"]);
    return {
        declared: reader.declared,
        name: reader.name(["metadata", "name"]),
        namespace: reader.name(["metadata", "namespace"]),
        selector: Object.keys(matchLabels).length === 0 ? undefined : { matchLabels, matchExpressions: [] },
        isHeadless: reader.text(["spec", "clusterIP"]).value === "None",
        sessionAffinity: reader.text(["spec", "sessionAffinity"]),
    };
}
