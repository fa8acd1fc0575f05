import type { GroupShape, Shape } from "../arguments";
import { group } from "../arguments";
import { PLATFORM_SHAPE } from "../pool";
import type { Rule } from "../rules";
import { LEVELS, PROFILES, RULES, UNKNOWN_LEVELS } from "../rules";

const oneOf = (choices: readonly string[]): Shape => ({ kind: "choice", choices });

/** The form of the settings: every rule by its id, with a level and what may be set of it. */
export const SETTINGS_SHAPE: GroupShape = group({
    profile: oneOf(PROFILES),
    onUnknown: oneOf(UNKNOWN_LEVELS),
    rules: group(Object.fromEntries(RULES.map((rule) => [rule.id, ruleShape(rule)]))),
    platform: PLATFORM_SHAPE,
});

function ruleShape({ settings = {} }: Rule): Shape {
    const values = Object.entries(settings).map(([name, { shape }]) => [name, shape] as const);
    return group({ level: oneOf(LEVELS), ...Object.fromEntries(values) });
}
