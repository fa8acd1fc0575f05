import type { EnforcementLevel, StackValidationPolicy } from "@pulumi/policy";
import { nearest } from "../model/findings";
import type { Impact, RuleTag } from "../model/rules";
import { IMPACTS, RULES } from "../model/rules";
import { PACK_GUARDRAILS } from "./pack-settings";
import { enforcementLevel, policies } from "./policies";

/** Which policies a pack has; what is left out leaves nothing out. */
export interface PolicySelection {
    /** The least severity. */
    readonly severity?: Impact;
    /** Only these rules. One that the profile `standard` does not ask for has its level of `strict`. */
    readonly ids?: readonly string[];
    /** Only rules that are about one of these. */
    readonly tags?: readonly RuleTag[];
    /** Enforcement levels that differ from the profile `standard`, by rule id. */
    readonly overrides?: Readonly<Record<string, EnforcementLevel>>;
}

/**
 * Policies for a pack of one's own.
 *
 * @throws {Error} if there is no rule of an id that is named
 * @example selectPolicies({ tags: ["disruption"], overrides: { "disruption-budget-floor": "advisory" } })
 */
export function selectPolicies({
    severity = "low",
    ids,
    tags,
    overrides = {},
}: PolicySelection): StackValidationPolicy[] {
    for (const id of [...(ids ?? []), ...Object.keys(overrides)]) checkId(id);
    return policies
        .filter(({ name }) => ids?.includes(name) ?? true)
        .filter((policy) => IMPACTS.indexOf(policy.severity ?? "low") >= IMPACTS.indexOf(severity))
        .filter((policy) => tags?.some((tag) => policy.tags?.includes(tag)) ?? true)
        .map((policy) => {
            const level = Object.hasOwn(overrides, policy.name) ? overrides[policy.name] : undefined;
            if (level !== undefined) return { ...policy, enforcementLevel: level };
            return ids === undefined ? policy : asked(policy);
        });
}

/** A policy that was named runs, also where the profile leaves its rule out. */
function asked(policy: StackValidationPolicy): StackValidationPolicy {
    const rule = RULES.find(({ id }) => id === policy.name);
    if (rule === undefined || policy.enforcementLevel !== "disabled") return policy;
    return { ...policy, enforcementLevel: enforcementLevel(rule, { ...PACK_GUARDRAILS, profile: "strict" }) };
}

function checkId(id: string): void {
    const known = policies.map(({ name }) => name);
    if (known.includes(id)) return;
    const meant = nearest(id, known);
    throw new Error(
        `there is no rule ${JSON.stringify(id)}${meant === undefined ? "" : `: did you mean ${meant}?`}`,
    );
}
