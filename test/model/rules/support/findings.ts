import type { Declared } from "../../../../model/declared";
import type { Finding } from "../../../../model/findings";
import { readFleet } from "../../../../model/fleet";
import type { Platform } from "../../../../model/platform";
import type { Profile, Rule, RuleChoice } from "../../../../model/rules";
import { DEFAULT_GUARDRAILS, check } from "../../../../model/rules";

/** What one rule finds in objects, without the fields of the wrong type that reading them finds. */
export function findings(rule: Rule, ...objects: readonly Declared[]): Finding[] {
    return check(readFleet(objects), [rule]).filter(({ id }) => id === rule.id);
}

/** What one rule finds in objects on a cluster of which something is known. */
export function findingsOn(platform: Platform, rule: Rule, ...objects: readonly Declared[]): Finding[] {
    return check(readFleet(objects, platform), [rule]).filter(({ id }) => id === rule.id);
}

/** What every rule finds in objects, and reading them. */
export function allFindings(...objects: readonly Declared[]): Finding[] {
    return check(readFleet(objects));
}

/** What an organisation sets of the rules, and what is known when they run. */
interface Asked {
    /** Default: the strictest. */
    readonly profile?: Profile;
    /** Values of the rule's own settings. */
    readonly values?: RuleChoice["values"];
    /** What is set of other rules. */
    readonly others?: Readonly<Record<string, RuleChoice>>;
    readonly platform?: Platform;
    readonly today?: string;
}

/** What one rule finds under a profile, with its settings. */
export function findingsAsked(
    { profile = "strict", values = {}, others = {}, platform = {}, today }: Asked,
    rule: Rule,
    ...objects: readonly Declared[]
): Finding[] {
    const rules = { ...others, [rule.id]: { values } };
    return check(readFleet(objects, platform), [rule], {
        guardrails: { ...DEFAULT_GUARDRAILS, profile, rules },
        ...(today === undefined ? {} : { today }),
    }).filter(({ id }) => id === rule.id);
}

/** What one rule finds where everything is asked for, with values of its own settings. */
export function strictFindings(
    rule: Rule,
    values: Readonly<Record<string, unknown>>,
    ...objects: readonly Declared[]
): Finding[] {
    return findingsAsked({ values }, rule, ...objects);
}
