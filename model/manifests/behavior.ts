import type { PoolBehavior, ScalingRulesArgs } from "../pool";
import { encodeNumber } from "../triggers";
import { canonicalQuantity } from "./canonical-quantity";

/** The behavior of an HPA, which KEDA's ScaledObject carries too. */
export function behaviorSpec(
    behavior: PoolBehavior | undefined,
): Readonly<Record<keyof PoolBehavior, unknown>> | undefined {
    return behavior === undefined
        ? undefined
        : { scaleUp: rulesSpec(behavior.scaleUp), scaleDown: rulesSpec(behavior.scaleDown) };
}

/**
 * A tolerance is a quantity: KEDA's CRD refuses a number with a fraction, and the API server gives it back in its own
 * form, which must be the one that was written.
 */
function rulesSpec({ tolerance, ...rules }: ScalingRulesArgs): unknown {
    return tolerance === undefined
        ? rules
        : { ...rules, tolerance: canonicalQuantity(encodeNumber(tolerance)) };
}
