import type { Finding } from "../findings";
import { findingAt, formatFinding, sortFindings } from "../findings";
import type { Fleet } from "../fleet";
import { RULES } from "./registry";
import type { Rule } from "./rule";

/**
 * Every finding of a fleet: fields of the wrong type, and each rule's breaches; the worst first. The order of the
 * objects changes nothing.
 *
 * @example check(readFleet(declared, { kedaVersion: "2.20" }))
 */
export function check(fleet: Fleet, rules: readonly Rule[] = RULES): Finding[] {
    const breaches = rules.flatMap((rule) =>
        [...rule.check(fleet)].map((breach) =>
            findingAt(breach.declared, breach.path, {
                id: rule.id,
                severity: breach.severity ?? rule.severity,
                message: breach.message,
                fix: breach.fix,
            }),
        ),
    );
    return withoutRepeats(sortFindings([...fleet.problems, ...breaches]));
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
