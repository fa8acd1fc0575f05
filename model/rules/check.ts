import type { Finding } from "../findings";
import { findingAt, sortFindings } from "../findings";
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
    return sortFindings([...fleet.problems, ...breaches]);
}
