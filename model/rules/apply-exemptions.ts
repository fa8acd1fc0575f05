import type { Declared, Path } from "../declared";
import { showLeaf, valueAt } from "../declared";
import type { Exemption, Finding, Severity } from "../findings";
import { findingAt, isExemption } from "../findings";
import type { Fleet } from "../fleet";
import { exemption, hasRunOut } from "./exemption";
import { byPlace, originKey } from "./exemption-groups";
import type { Rule } from "./rule";
import { RULE_IDS } from "./rule-ids";

/** A finding with the object that it is about. */
export interface Judged {
    readonly declared: Declared;
    readonly finding: Finding;
}

/** One exemption, on however many objects it stands. */
interface Group {
    readonly exemption: Exemption;
    /** The first of its places. */
    readonly declared: Declared;
    readonly path: Path;
    /** How bad what its rule finds about its objects is. */
    readonly found: Set<Severity>;
}

/** What each object is exempt from, by rule. */
type Groups = ReadonlyMap<Declared, ReadonlyMap<string, Group>>;

/**
 * Marks the warnings that are exempt, each with its reason, and adds what is wrong with an exemption only now: that it
 * is of an error, or of nothing. Errors and notes stay as they are.
 */
export function applyExemptions(
    fleet: Fleet,
    judged: readonly Judged[],
    rules: ReadonlyMap<string, Rule>,
    today: string | undefined,
): Finding[] {
    if (fleet.exemptions.length === 0) return judged.map(({ finding }) => finding);
    const groups = groupExemptions(fleet, today);
    const marked = judged.map(({ declared, finding }) => {
        const group = groups.get(declared)?.get(finding.id);
        group?.found.add(finding.severity);
        return group === undefined || finding.severity !== "warning"
            ? finding
            : { ...finding, exemption: accepted(group) };
    });
    return rules.has(exemption.id) ? [...marked, ...leftOver(groups, rules)] : marked;
}

function accepted({ exemption: { reason, until } }: Group): NonNullable<Finding["exemption"]> {
    return { reason, ...(until === undefined ? {} : { until }) };
}

/** Exemptions that can be followed and have not run out; one of a pool stands on each of its objects. */
function groupExemptions({ exemptions }: Fleet, today: string | undefined): Groups {
    const groups = new Map<string, Group>();
    const byObject = new Map<Declared, Map<string, Group>>();
    for (const { declared, path, reading } of [...exemptions].sort(byPlace)) {
        const ofObject = new Map<string, Group>();
        byObject.set(declared, ofObject);
        for (const [index, entry] of (reading?.entries ?? []).entries()) {
            if (!isExemption(entry) || !RULE_IDS.includes(entry.rule) || entry.rule === exemption.id)
                continue;
            if (hasRunOut(entry, today)) continue;
            const at = [...path, index];
            const key = originKey(declared, at) ?? handWrittenKey(declared, entry);
            const group = groups.get(key) ?? { exemption: entry, declared, path: at, found: new Set() };
            groups.set(key, group);
            if (!ofObject.has(entry.rule)) ofObject.set(entry.rule, group);
        }
    }
    return byObject;
}

/** The same words on several objects of a namespace are one exemption. */
function handWrittenKey({ object }: Declared, { rule, reason, until }: Exemption): string {
    const namespace = showLeaf(valueAt(object.metadata, ["namespace"]));
    return JSON.stringify([namespace, rule, reason, until]);
}

function leftOver(groups: Groups, rules: ReadonlyMap<string, Rule>): Finding[] {
    const all = new Set([...groups.values()].flatMap((ofObject) => [...ofObject.values()]));
    return [...all].flatMap(({ exemption: { rule }, declared, path, found }) => {
        if (!rules.has(rule)) return [];
        if (found.has("error")) {
            return findingAt(declared, path, {
                id: exemption.id,
                severity: exemption.severity,
                message: `what ${rule} finds is an error, and no reason makes the impossible work`,
                fix: "mend it, and remove the exemption",
            });
        }
        if (found.size > 0) return [];
        return findingAt(declared, path, {
            id: exemption.id,
            severity: "note",
            message: `${rule} finds nothing here that would have to be exempt`,
            fix: "remove the exemption, unless it is needed elsewhere",
        });
    });
}
