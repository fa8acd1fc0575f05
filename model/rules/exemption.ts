import type { Exemption, ExemptionProblem } from "../findings";
import { EXEMPT_ANNOTATION, isExemption, nearest } from "../findings";
import type { Fleet, FleetExemptions } from "../fleet";
import { byPlace, originKey } from "./exemption-groups";
import { notChecked } from "./not-checked";
import type { Breach, Rule, RuleContext } from "./rule";

const LONGEST_SHOWN = 80;

/** Exemptions that hold for nothing. What is left of them is found when they are applied. */
export const exemption: Rule = {
    id: "exemption",
    severity: "warning",
    impact: "medium",
    tags: ["exemption"],
    title: "An exemption names a rule, a reason and a day that has not passed, and is not of an error.",
    why: "What it was meant for counts again, or is forgotten: nobody knows why the pool may break the rule, or for how long.",
    source: `our choice: the annotation ${EXEMPT_ANNOTATION}`,
    *check(fleet: Fleet, context: RuleContext) {
        const seen = new Set<unknown>();
        for (const exemptions of [...fleet.exemptions].sort(byPlace)) {
            for (const breach of checkOne(exemptions, context)) {
                // A pool writes its exemptions onto each of its objects; what is wrong with one is said once.
                const key = originKey(breach.declared, breach.path);
                if (key !== undefined && seen.has(key)) continue;
                seen.add(key);
                yield breach;
            }
        }
    },
};

function* checkOne({ declared, path, reading }: FleetExemptions, context: RuleContext): Generator<Breach> {
    if (reading === undefined) {
        yield notChecked(declared, path, "what the object is exempt from");
        return;
    }
    if (reading.problem !== undefined) {
        yield {
            declared,
            path,
            message: `the annotation ${EXEMPT_ANNOTATION} ${reading.problem}, so nothing is exempt`,
            fix: 'write a JSON list such as [{"rule":"scaler-paused","reason":"moving the queue","until":"2027-01-31"}]',
        };
    }
    for (const [index, entry] of reading.entries.entries()) {
        const wrong = isExemption(entry) ? wrongExemption(entry, context) : entry;
        if (wrong === undefined) continue;
        const { member, message, fix } = wrong;
        yield { declared, path: [...path, index, ...(member === undefined ? [] : [member])], message, fix };
    }
}

function wrongExemption(entry: Exemption, { ids, today }: RuleContext): ExemptionProblem | undefined {
    const { rule, until = "" } = entry;
    if (rule === exemption.id) {
        return {
            member: "rule",
            message: "exemptions themselves cannot be exempt",
            fix: "mend the other one",
        };
    }
    if (!ids.includes(rule)) {
        const meant = nearest(rule, ids);
        return {
            member: "rule",
            message: `no rule is called ${JSON.stringify(rule.slice(0, LONGEST_SHOWN))}`,
            fix: meant === undefined ? "use the id in brackets behind the finding" : `did you mean ${meant}?`,
        };
    }
    if (!hasRunOut(entry, today)) return undefined;
    return {
        member: "until",
        message: `the exemption of ${rule} ran out on ${until}`,
        fix: "mend what it is about, or give a later day if the reason still holds",
    };
}

/** Whether an exemption's last day has passed. */
export function hasRunOut({ until }: Exemption, today: string | undefined): boolean {
    return until !== undefined && today !== undefined && until < today;
}
