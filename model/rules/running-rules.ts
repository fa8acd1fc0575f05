import type { Guardrails } from "./guardrails";
import { levelOf, settingValues } from "./guardrails";
import type { Rule, RuleContext } from "./rule";
import { RULE_IDS } from "./rule-ids";

/** A rule that runs, and what it knows beside the fleet. */
export interface RunningRule {
    readonly rule: Rule;
    readonly context: RuleContext;
}

/** The rules that guardrails do not turn off. */
export interface RunningRules {
    readonly today: string | undefined;
    readonly running: readonly RunningRule[];
    readonly byId: ReadonlyMap<string, Rule>;
}

const FOUND = new WeakMap<Guardrails, WeakMap<readonly Rule[], RunningRules>>();

/** Which rules run, found once for the same guardrails and day: a program judges each of its pools by them. */
export function runningRules(rules: readonly Rule[], guardrails: Guardrails, today?: string): RunningRules {
    const found = FOUND.get(guardrails) ?? new WeakMap<readonly Rule[], RunningRules>();
    FOUND.set(guardrails, found);
    const known = found.get(rules);
    if (known !== undefined && known.today === today) return known;
    const running = findRunning(rules, guardrails, today);
    found.set(rules, running);
    return running;
}

function findRunning(
    rules: readonly Rule[],
    guardrails: Guardrails,
    today: string | undefined,
): RunningRules {
    const settingsOf: RuleContext["settingsOf"] = (rule) =>
        levelOf(rule, guardrails) === "off" ? undefined : settingValues(rule, guardrails);
    const day = today === undefined ? {} : { today };
    const running = rules.flatMap((rule) => {
        const settings = settingsOf(rule);
        return settings === undefined
            ? []
            : [{ rule, context: { ids: RULE_IDS, ...day, settings, settingsOf } }];
    });
    return { today, running, byId: new Map(running.map(({ rule }) => [rule.id, rule])) };
}
