import type { Finding, Severity } from "../findings";
import { findingAt, formatFinding, sortFindings } from "../findings";
import type { Fleet } from "../fleet";
import type { Judged } from "./apply-exemptions";
import { applyExemptions } from "./apply-exemptions";
import type { Guardrails, Level } from "./guardrails";
import { DEFAULT_GUARDRAILS, levelOf } from "./guardrails";
import { RULES } from "./registry";
import type { Rule, RuleContext } from "./rule";
import { runningRules } from "./running-rules";

/** What the one who asks knows and the fleet does not say. */
export interface CheckSettings {
    /** The day, `2026-12-31`, after which exemptions have run out. Default: they never do. */
    readonly today?: string;
    /** What is asked of the fleet. Default: the impossible is an error, the doubtful a warning. */
    readonly guardrails?: Guardrails;
}

const SEVERITIES: Readonly<Record<Exclude<Level, "off">, Severity>> = {
    advisory: "warning",
    mandatory: "error",
};

/**
 * Every finding of a fleet: fields of the wrong type, and each rule's breaches; the worst first, and last those that
 * are exempt. The order of the objects changes nothing.
 *
 * @param rules Which rules; those that the guardrails turn off do not run.
 * @example check(readFleet(declared, { kedaVersion: "2.20" }), RULES, { today: "2026-12-31" })
 */
export function check(
    fleet: Fleet,
    rules: readonly Rule[] = RULES,
    { today, guardrails = DEFAULT_GUARDRAILS }: CheckSettings = {},
): Finding[] {
    const { running, byId } = runningRules(rules, guardrails, today);
    const judged = running.flatMap(({ rule, context }) => judge(fleet, rule, context, guardrails));
    const findings = applyExemptions(fleet, judged, byId, today).map((finding) =>
        weighed(finding, byId.get(finding.id), guardrails),
    );
    return withoutRepeats(sortFindings([...fleet.problems, ...findings]));
}

function judge(fleet: Fleet, rule: Rule, context: RuleContext, { onUnknown }: Guardrails): Judged[] {
    const judged: Judged[] = [];
    for (const breach of rule.check(fleet, context)) {
        const { declared, path, severity = rule.severity, message, fix, isUnknown, edit } = breach;
        if (isUnknown === true && onUnknown === "skip") continue;
        const finding = findingAt(declared, path, {
            id: rule.id,
            severity: isUnknown === true && onUnknown === "mandatory" ? rule.severity : severity,
            message,
            fix,
            ...(edit === undefined ? {} : { edit }),
        });
        judged.push({ declared, finding });
    }
    return judged;
}

/** What a finding counts for by the guardrails; notes stay notes. */
function weighed(finding: Finding, rule: Rule | undefined, guardrails: Guardrails): Finding {
    const { severity } = finding;
    if (rule === undefined || severity === "note") return finding;
    // A breach may be worse or milder than its rule's others are.
    const level = levelOf({ ...rule, severity }, guardrails);
    return level === "off" ? finding : { ...finding, severity: SEVERITIES[level] };
}

/** One value of the author may stand in several places of an object; what is wrong with it is said once. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
    const seen = new Set<string>();
    return findings.filter((finding) => {
        const text = formatFinding(
            finding.origin.argument === undefined ? finding : { ...finding, path: "" },
        );
        return !seen.has(text) && seen.add(text);
    });
}
