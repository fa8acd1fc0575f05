import type { Declared } from "../../../../model/declared";
import type { Finding } from "../../../../model/findings";
import { readFleet } from "../../../../model/fleet";
import type { Platform } from "../../../../model/platform";
import type { Rule } from "../../../../model/rules";
import { check } from "../../../../model/rules";

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
    const rules = { [rule.id]: { values } };
    const guardrails = { profile: "strict", onUnknown: "advisory", rules } as const;
    return check(readFleet(objects), [rule], { guardrails }).filter(({ id }) => id === rule.id);
}

/** What every rule finds in objects, and reading them. */
export function allFindings(...objects: readonly Declared[]): Finding[] {
    return check(readFleet(objects));
}
