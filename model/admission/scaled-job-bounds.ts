import type { Declared } from "../declared";
import type { Admission } from "./admission";
import { boundValidations, isBounded, poolsOf } from "./bounds";
import { BoundedKind } from "./choices";
import { KEDA_MAX } from "./keda-max";
import { boundPolicy } from "./policy";

const KINDS = [BoundedKind.ScaledJob];

/** How many jobs a ScaledJob may be set to. */
export function scaledJobBounds(admission: Admission): Declared[] {
    if (!isBounded(admission, KINDS)) return [];
    const names = poolsOf(admission, KINDS).map(({ name }) => name);
    return boundPolicy(admission, {
        role: "scaled-jobs",
        apiGroup: "keda.sh",
        apiVersion: "v1alpha1",
        resources: ["scaledjobs"],
        resourceNames: admission.ceiling === undefined ? names : undefined,
        ...boundValidations(admission, {
            kinds: KINDS,
            target: '"ScaledJob/" + object.metadata.name',
            keyOf: ({ kind, name }) => `${kind}/${name}`,
            most: KEDA_MAX,
        }),
    });
}
