import type { Declared } from "../../../../model/declared";
import type { Finding } from "../../../../model/findings";
import { readFleet } from "../../../../model/fleet";
import type { Platform } from "../../../../model/platform";
import type { Profile, Rule } from "../../../../model/rules";
import { DEFAULT_GUARDRAILS, check } from "../../../../model/rules";

/** What one rule finds in objects, without the fields of the wrong type that reading them finds. */
export function findings(rule: Rule, ...objects: readonly Declared[]): Finding[] {
    return check(readFleet(objects), [rule]).filter(({ id }) => id === rule.id);
}

/** What one rule finds in objects on a cluster of which something is known. */
export function findingsOn(platform: Platform, rule: Rule, ...objects: readonly Declared[]): Finding[] {
    return check(readFleet(objects, platform), [rule]).filter(({ id }) => id === rule.id);
}

/** What one rule finds where everything is asked for, with values of its own settings. */
export function strictFindings(
    rule: Rule,
    values: Readonly<Record<string, unknown>>,
    ...objects: readonly Declared[]
): Finding[] {
    return findingsUnder({ profile: "strict", values }, rule, ...objects);
}

/** What one rule finds in objects under a profile, with what a team sets of it. */
export function findingsUnder(
    { profile, values = {} }: { profile: Profile; values?: Readonly<Record<string, unknown>> },
    rule: Rule,
    ...objects: readonly Declared[]
): Finding[] {
    const guardrails = { ...DEFAULT_GUARDRAILS, profile, rules: { [rule.id]: { values } } };
    return check(readFleet(objects), [rule], { guardrails }).filter(({ id }) => id === rule.id);
}

/** What every rule finds in objects, and reading them. */
export function allFindings(...objects: readonly Declared[]): Finding[] {
    return check(readFleet(objects));
}
