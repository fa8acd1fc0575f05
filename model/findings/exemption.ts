import { Secret, Unknown } from "../declared";
import { nearest } from "./nearest";

/** The annotation that says which rules do not hold for an object. */
export const EXEMPT_ANNOTATION = "agent-autoscaling/exempt";

/**
 * A rule that does not hold for an object, and why. A list of them stands as JSON in one annotation on the object's
 * own metadata; hand-written objects may carry it too.
 *
 * @example [{ "rule": "disruption-budget-floor", "reason": "one pod, moved by hand", "until": "2027-01-31" }]
 */
export interface Exemption {
    /** The rule's id. */
    readonly rule: string;
    /** Why the object may break it. */
    readonly reason: string;
    /** The last day on which it may, `2027-01-31`; without it there is no end. */
    readonly until?: string;
}

/** What is wrong with one entry of the annotation. */
export interface ExemptionProblem {
    /** The member that is wrong; absent where the entry as a whole is. */
    readonly member?: string;
    readonly message: string;
    readonly fix: string;
}

/** The annotation as it was read. */
export interface ExemptionReading {
    /** The entries in their order, each as an exemption or as what is wrong with it. */
    readonly entries: readonly (Exemption | ExemptionProblem)[];
    /** Why the text as a whole cannot be read. */
    readonly problem?: string;
}

/** Longest annotation that is read; a real one has a few hundred characters. */
const LONGEST = 65_536;
const MEMBERS = ["rule", "reason", "until"];
const LONGEST_SHOWN = 80;

/** Writes exemptions, members in a fixed order, so that the same ones are always the same text. */
export function writeExemptions(exemptions: readonly Exemption[]): string {
    return JSON.stringify(
        exemptions.map(({ rule, reason, until }) => ({
            rule,
            reason,
            ...(until === undefined ? {} : { until }),
        })),
    );
}

/** Reads the annotation of an object; `undefined` where there is none, or its text is not known yet. */
export function readExemptions(annotation: unknown): ExemptionReading | undefined {
    if (annotation === undefined || annotation === null) return undefined;
    if (annotation instanceof Unknown || annotation instanceof Secret) return undefined;
    if (typeof annotation !== "string") return { entries: [], problem: "is not text" };
    if (annotation.length > LONGEST) {
        return { entries: [], problem: `has ${annotation.length} characters, more than ${LONGEST}` };
    }
    let value: unknown;
    try {
        value = JSON.parse(annotation);
    } catch {
        return { entries: [], problem: "is not valid JSON" };
    }
    return Array.isArray(value)
        ? { entries: value.map(readEntry) }
        : { entries: [], problem: "is not a JSON list" };
}

/** Whether an entry of the annotation can be followed. */
export function isExemption(entry: Exemption | ExemptionProblem): entry is Exemption {
    return "rule" in entry;
}

function readEntry(entry: unknown): Exemption | ExemptionProblem {
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
        return {
            message: "an exemption is an object with a rule and a reason",
            fix: 'write {"rule":"...","reason":"..."}',
        };
    }
    const members = entry as Readonly<Record<string, unknown>>;
    for (const member of Object.keys(members)) {
        if (MEMBERS.includes(member)) continue;
        const meant = nearest(member, MEMBERS);
        return {
            member,
            message: `an exemption has no ${JSON.stringify(member.slice(0, LONGEST_SHOWN))}`,
            fix: meant === undefined ? "use rule, reason and until" : `did you mean ${meant}?`,
        };
    }
    const { rule, reason, until } = members;
    if (!isFilled(rule)) {
        return { member: "rule", message: "an exemption names no rule", fix: "give the rule's id" };
    }
    if (!isFilled(reason)) {
        return {
            member: "reason",
            message: `the exemption of ${rule.slice(0, LONGEST_SHOWN)} has no reason`,
            fix: "say why it may be broken, for the one who asks in a year",
        };
    }
    if (until !== undefined && !(typeof until === "string" && isDay(until))) {
        return {
            member: "until",
            message: `until is ${JSON.stringify(until).slice(0, LONGEST_SHOWN)}, which is not a day`,
            fix: 'write year, month and day, for example "2027-01-31"',
        };
    }
    return { rule, reason, ...(until === undefined ? {} : { until }) };
}

function isFilled(value: unknown): value is string {
    return typeof value === "string" && value.trim() !== "";
}

/** Whether a text is a day of the calendar, `2027-01-31`. */
export function isDay(text: string): boolean {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The day of an instant in UTC, for `until` to be compared with. */
export function dayOf(instant: Date): string {
    return instant.toISOString().slice(0, 10);
}
