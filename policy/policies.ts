import type { EnforcementLevel, StackValidationPolicy } from "@pulumi/policy";
import { FIELD_TYPE } from "../model/findings";
import type { Guardrails, Level, Rule } from "../model/rules";
import { RULES, levelOf } from "../model/rules";
import { judge } from "./judge";
import { PACK_GUARDRAILS, packSettings } from "./pack-settings";
import { seeingInputs } from "./seen-inputs";
import { schemas } from "./settings-schema";
import { reportFindings, reportSettings } from "./violation";

const ENFORCEMENT: Readonly<Record<Level, EnforcementLevel>> = {
    off: "disabled",
    advisory: "advisory",
    mandatory: "mandatory",
};

/**
 * One policy a rule, with the level of the profile `standard`; those that it does not ask for are disabled. Each of
 * them reads the stack again: for a whole pack `guardrails` is faster.
 */
export const policies: readonly StackValidationPolicy[] = [
    {
        name: FIELD_TYPE,
        description: "Fields have the types that Kubernetes gives them.",
        severity: "high",
        enforcementLevel: "mandatory",
        ...seeingInputs,
        validateStack: ({ resources }, report) => {
            reportFindings(judge(resources, { guardrails: PACK_GUARDRAILS, platform: {} }, []), report);
        },
    },
    ...RULES.map(rulePolicy),
];

/** What a profile makes of a rule, as an enforcement level. */
export function enforcementLevel(rule: Rule, guardrails: Guardrails = PACK_GUARDRAILS): EnforcementLevel {
    return ENFORCEMENT[levelOf(rule, guardrails)];
}

function rulePolicy(rule: Rule): StackValidationPolicy {
    const { id, title, impact, tags, settings = {} } = rule;
    const shapes = Object.entries(settings).map(([name, { shape }]) => [name, shape] as const);
    return {
        name: id,
        description: title,
        severity: impact,
        tags: [...tags],
        enforcementLevel: enforcementLevel(rule),
        ...(shapes.length === 0 ? {} : { configSchema: { properties: schemas(Object.fromEntries(shapes)) } }),
        ...seeingInputs,
        validateStack: (stack, report) => {
            // The engine says what a breach of this policy counts for, so here each counts as much as one can.
            const read = packSettings({ rules: { [id]: { level: "mandatory", ...stack.getConfig() } } }, {});
            if ("problems" in read) {
                reportSettings(read.problems, report);
                return;
            }
            const findings = judge(stack.resources, read.settings, [rule]);
            reportFindings(
                findings.filter((finding) => finding.id !== FIELD_TYPE),
                report,
            );
        },
    };
}
