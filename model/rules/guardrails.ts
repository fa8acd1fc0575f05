import { includesProfile } from "./profile";
import type { Profile } from "./profile";
import type { Rule } from "./rule";
import { RuleSettingValues } from "./rule-setting";

/** What a breach counts for: nothing, a warning, or a refusal. */
export const LEVELS = ["off", "advisory", "mandatory"] as const;
export type Level = (typeof LEVELS)[number];

/**
 * What a value counts for that is known only after apply: nothing, a note, or as much as the rule that could not be
 * checked.
 */
export const UNKNOWN_LEVELS = ["skip", "advisory", "mandatory"] as const;
export type UnknownLevel = (typeof UNKNOWN_LEVELS)[number];

/** What a team sets of one rule. */
export interface RuleChoice {
    /** Default: as the profile says. */
    readonly level?: Level;
    /** Values of the rule's own settings, by name. */
    readonly values: Readonly<Record<string, unknown>>;
}

/** What an organisation asks of its fleets. */
export interface Guardrails {
    readonly profile: Profile;
    readonly onUnknown: UnknownLevel;
    /** What differs from the profile, by rule id. */
    readonly rules: Readonly<Record<string, RuleChoice>>;
}

/** What is asked where nobody says more: the impossible is refused, the doubtful is a warning. */
export const DEFAULT_GUARDRAILS: Guardrails = { profile: "dev", onUnknown: "advisory", rules: {} };

/** What a breach of a rule counts for. */
export function levelOf({ id, severity, impact, from = "dev" }: Rule, { profile, rules }: Guardrails): Level {
    const chosen = Object.hasOwn(rules, id) ? rules[id]?.level : undefined;
    if (chosen !== undefined) return chosen;
    if (!includesProfile(profile, from)) return "off";
    if (severity === "error") return "mandatory";
    const isHigh = impact === "high" || impact === "critical";
    return (profile === "standard" && isHigh) || (profile === "strict" && impact !== "low")
        ? "mandatory"
        : "advisory";
}

/** The values of a rule's settings, with its own where the team sets none. */
export function settingValues({ id, settings }: Rule, { rules }: Guardrails): RuleSettingValues {
    return new RuleSettingValues(settings, Object.hasOwn(rules, id) ? rules[id]?.values : {});
}
