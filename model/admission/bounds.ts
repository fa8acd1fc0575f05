import { INT32_MAX } from "../arguments";
import type { Admission, BoundedPool } from "./admission";
import { celLookup, celText } from "./cel";
import { BoundedKind } from "./choices";
import type { PolicyParts, PolicyVariable } from "./policy";

/** A number of replicas in an object, as expressions of CEL. */
export interface Measure {
    /** What gives the number, of the object or of the one before the change. */
    readonly of: (object: "object" | "oldObject") => string;
    /** What gives its place in the object, for the message. */
    readonly field: string;
}

/** What a policy about the bounds of some kinds of pools compares. */
export interface BoundedMeasures {
    readonly kinds: readonly BoundedKind[];
    /** What gives the key by which the object's pool is found; also its name in the message. */
    readonly target: string;
    readonly keyOf: (pool: BoundedPool) => string;
    readonly most: Measure;
    /** Absent where nothing has a floor. */
    readonly least?: Measure;
    /** Whether an object may start below the floor. Default: false. */
    readonly startsBelow?: boolean;
}

/** Kinds with replicas, which something other than KEDA can set as well. */
export const REPLICA_KINDS: readonly BoundedKind[] = [BoundedKind.Deployment, BoundedKind.StatefulSet];

/** The pools of some kinds. */
export function poolsOf({ pools }: Admission, kinds: readonly BoundedKind[]): readonly BoundedPool[] {
    return pools.filter(({ kind }) => kinds.includes(kind));
}

/** Whether anything bounds objects of some kinds. */
export function isBounded(admission: Admission, kinds: readonly BoundedKind[]): boolean {
    return admission.ceiling !== undefined || poolsOf(admission, kinds).length > 0;
}

/**
 * The variables and validations of a policy about bounds. A change that does not go further beyond a bound passes, so
 * that what was there before the bound can be labelled, scaled towards it, and deleted: KEDA takes its finalizer off
 * with an update.
 */
export function boundValidations(
    admission: Admission,
    { kinds, target, keyOf, most, least, startsBelow = false }: BoundedMeasures,
): Pick<PolicyParts, "variables" | "validations"> {
    const pools = poolsOf(admission, kinds);
    const numbers = (bound: "maxReplicas" | "minReplicas") =>
        pools.map((pool) => [keyOf(pool), pool[bound]] as const);
    // An int32 holds no more, so what has no bound of its own is never above it.
    const ceiling = celLookup(numbers("maxReplicas"), "variables.target", admission.ceiling ?? INT32_MAX);
    const hasFloor = pools.some(({ minReplicas }) => minReplicas > 0);
    const variables: PolicyVariable[] = [
        { name: "target", expression: target },
        { name: "ceiling", expression: ceiling },
        { name: "most", expression: most.of("object") },
    ];
    const atMost = {
        expression: `variables.most <= variables.ceiling || (oldObject != null && variables.most <= ${most.of("oldObject")})`,
        messageExpression: message(admission, "ceiling", most.field),
    };
    if (least === undefined || !hasFloor) return { variables, validations: [atMost] };
    const changed = `oldObject != null && variables.least >= ${least.of("oldObject")}`;
    const exception = startsBelow ? `oldObject == null || (${changed})` : `(${changed})`;
    return {
        variables: [
            ...variables,
            { name: "floor", expression: celLookup(numbers("minReplicas"), "variables.target", 0) },
            { name: "least", expression: least.of("object") },
        ],
        validations: [
            atMost,
            {
                expression: `variables.least >= variables.floor || ${exception}`,
                messageExpression: message(admission, "floor", least.field),
            },
        ],
    };
}

/** How a message calls what is beyond each bound. */
const WORDS = {
    ceiling: { number: "most", beyond: "above", direction: "less", change: "raise" },
    floor: { number: "least", beyond: "below", direction: "more", change: "lower" },
} as const;

/** `spec.replicas is 45, above the ceiling 40 of deployments/research; use 40 or less, or raise it in ...` */
function message({ name }: Admission, bound: keyof typeof WORDS, field: string): string {
    const { number, beyond, direction, change } = WORDS[bound];
    return [
        field,
        celText(" is "),
        `string(variables.${number})`,
        celText(`, ${beyond} the ${bound} `),
        `string(variables.${bound})`,
        celText(" of "),
        "variables.target",
        celText("; use "),
        `string(variables.${bound})`,
        celText(` or ${direction}, or ${change} the ${bound} in AutoscalingAdmission ${name}`),
    ].join(" + ");
}
