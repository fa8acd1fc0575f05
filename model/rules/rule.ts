import type { Declared, Path } from "../declared";
import type { FieldEdit, Severity } from "../findings";
import type { Fleet } from "../fleet";
import type { Profile } from "./profile";
import type { RuleSettingValues, RuleSettings } from "./rule-setting";

/** What rules are about. */
export const RULE_TAGS = [
    "bounds",
    "capacity",
    "cost",
    "disruption",
    "exemption",
    "jobs",
    "pace",
    "pods",
    "scaler",
    "schedule",
    "security",
    "signal",
    "spot",
    "vertical",
] as const;
export type RuleTag = (typeof RULE_TAGS)[number];

/** How much a breach costs the one who has it, from the least. */
export const IMPACTS = ["low", "medium", "high", "critical"] as const;
export type Impact = (typeof IMPACTS)[number];

/** One place where a rule does not hold. */
export interface Breach {
    readonly declared: Declared;
    /** The place in the object that must change. */
    readonly path: Path;
    /** What is wrong, with the numbers; one sentence without a full stop at the end. */
    readonly message: string;
    /** The smallest change that mends it, as an instruction. */
    readonly fix: string;
    /** Only where it differs from the rule's own: `note` for what could not be checked. */
    readonly severity?: Severity;
    /** Whether it is only that a value is known after apply; the settings say what that counts for. */
    readonly isUnknown?: true;
    /** The fix as a change of one field, where that is all of it and nothing else depends on it. */
    readonly edit?: FieldEdit;
}

/** What a rule may know beside the fleet. */
export interface RuleContext {
    /** The ids of all rules, also of those that do not run. */
    readonly ids: readonly string[];
    /** The day, `2026-12-31`; where it is not given nothing runs out. */
    readonly today?: string;
    /** The rule's own settings, with their defaults. */
    readonly settings: RuleSettingValues;
}

/** One thing that must hold in a fleet. */
export interface Rule {
    /** Kebab-case, stable: exemptions and documentation refer to it. */
    readonly id: string;
    /** `error` where a breach is impossible (refused, or can never work), `warning` where it is doubtful. */
    readonly severity: "error" | "warning";
    /** How bad a breach is; a profile makes from it what a doubtful one counts for. */
    readonly impact: Impact;
    /** What it is about, at least one. */
    readonly tags: readonly RuleTag[];
    /** The mildest profile that asks for it. Default: `dev`, so that it always runs. */
    readonly from?: Profile;
    /** What a team may set of it. Default: nothing. */
    readonly settings?: RuleSettings;
    /** What must hold, in one line. */
    readonly title: string;
    /** What happens otherwise, in the words of someone who was called at night. */
    readonly why: string;
    /** The upstream code, issue or page that it rests on. */
    readonly source: string;
    /** Finds every breach in a fleet. A value that is known only after apply is never a silent pass. */
    readonly check: (fleet: Fleet, context: RuleContext) => Iterable<Breach>;
}
