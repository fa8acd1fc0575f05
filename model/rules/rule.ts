import type { Declared, Path } from "../declared";
import type { Severity } from "../findings";
import type { Fleet } from "../fleet";

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
}

/** What a rule may know beside the fleet. */
export interface RuleContext {
    /** The ids of all rules, also of those that do not run. */
    readonly ids: readonly string[];
    /** The day, `2026-12-31`; where it is not given nothing runs out. */
    readonly today?: string;
}

/** One thing that must hold in a fleet. */
export interface Rule {
    /** Kebab-case, stable: exemptions and documentation refer to it. */
    readonly id: string;
    /** `error` where a breach is impossible (refused, or can never work), `warning` where it is doubtful. */
    readonly severity: "error" | "warning";
    /** What must hold, in one line. */
    readonly title: string;
    /** What happens otherwise, in the words of someone who was called at night. */
    readonly why: string;
    /** The upstream code, issue or page that it rests on. */
    readonly source: string;
    /** Finds every breach in a fleet. A value that is known only after apply is never a silent pass. */
    readonly check: (fleet: Fleet, context: RuleContext) => Iterable<Breach>;
}
