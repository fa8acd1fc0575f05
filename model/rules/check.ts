import type { Finding } from "../findings";
import { findingAt, formatFinding, sortFindings } from "../findings";
import type { Fleet } from "../fleet";
import type { Judged } from "./apply-exemptions";
import { applyExemptions } from "./apply-exemptions";
import { RULES } from "./registry";
import type { Rule, RuleContext } from "./rule";

/** What the one who asks knows and the fleet does not say. */
export interface CheckSettings {
    /** The day, `2026-12-31`, after which exemptions have run out. Default: they never do. */
    readonly today?: string;
}

const IDS = RULES.map(({ id }) => id);

/**
 * Every finding of a fleet: fields of the wrong type, and each rule's breaches; the worst first, and last the warnings
 * that are exempt. The order of the objects changes nothing.
 *
 * @example check(readFleet(declared, { kedaVersion: "2.20" }), RULES, { today: "2026-12-31" })
 */
export function check(
    fleet: Fleet,
    rules: readonly Rule[] = RULES,
    { today }: CheckSettings = {},
): Finding[] {
    const context: RuleContext = { ids: IDS, ...(today === undefined ? {} : { today }) };
    const judged = rules.flatMap((rule) => judge(fleet, rule, context));
    const findings = applyExemptions(fleet, judged, rules, context);
    return withoutRepeats(sortFindings([...fleet.problems, ...findings]));
}

function judge(fleet: Fleet, rule: Rule, context: RuleContext): Judged[] {
    return [...rule.check(fleet, context)].map(({ declared, path, severity, message, fix }) => ({
        declared,
        finding: findingAt(declared, path, {
            id: rule.id,
            severity: severity ?? rule.severity,
            message,
            fix,
        }),
    }));
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
