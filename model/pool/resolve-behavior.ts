import type { DefaultRules, Reasoned } from "./archetypes";
import { ARCHETYPES } from "./archetypes";
import type { AgentPoolArgs } from "./args";
import type { Ledger } from "./ledger";
import type { ScalingRulesArgs } from "./scale-args";

type Direction = "scaleUp" | "scaleDown";

/** Decides the rules of both directions, member by member: what is not given comes from the archetype. */
export function resolveBehavior(
    { archetype, scale }: AgentPoolArgs,
    ledger: Ledger,
): Record<Direction, ScalingRulesArgs> {
    const rules = (direction: Direction): ScalingRulesArgs =>
        resolveRules(
            `scale.behavior.${direction}`,
            scale.behavior?.[direction] ?? {},
            ARCHETYPES[archetype][direction],
            ledger,
        );
    return { scaleUp: rules("scaleUp"), scaleDown: rules("scaleDown") };
}

function resolveRules(
    path: string,
    given: ScalingRulesArgs,
    fallback: Reasoned<DefaultRules>,
    ledger: Ledger,
): ScalingRulesArgs {
    if (Object.keys(given).length === 0) return ledger.archetype(path, undefined, fallback);
    const { stabilizationWindowSeconds, selectPolicy, policies } = fallback.value;
    const member = <T>(name: string, stated: T | undefined, value: T): T =>
        ledger.archetype(`${path}.${name}`, stated, { ...fallback, value });
    return {
        stabilizationWindowSeconds: member(
            "stabilizationWindowSeconds",
            given.stabilizationWindowSeconds,
            stabilizationWindowSeconds,
        ),
        selectPolicy: member("selectPolicy", given.selectPolicy, selectPolicy),
        policies: member("policies", given.policies, policies),
        ...(given.tolerance === undefined
            ? {}
            : { tolerance: ledger.given(`${path}.tolerance`, given.tolerance) }),
    };
}
