import { Secret, Unknown } from "../declared";
import { isGiven, isSameValue, metadataText } from "./metadata-text";
import type { Need, Scaler } from "./scaler";
import { defaultOf } from "./target-key";

/** What a trigger's TriggerAuthentication brings. */
export interface TriggerLogin {
    readonly parameters: ReadonlySet<string>;
    /** KEDA's name of the identity, `aws`. */
    readonly identity: string | undefined;
    /** Whether that is all; otherwise there may be any parameter. */
    readonly isComplete: boolean;
}

/** What is written for a trigger. */
export interface TriggerFacts {
    readonly metadata: Readonly<Record<string, unknown>>;
    /** Absent where the trigger names no authentication. */
    readonly login: TriggerLogin | undefined;
    /** Whether a formula combines the triggers, so that their own targets do not count. */
    readonly hasFormula?: boolean;
}

/** Something that KEDA asks for, or refuses, although each value alone can be parsed. */
export interface RequirementGap {
    /** The key to look at; absent where none is written. */
    readonly key?: string;
    readonly message: string;
    readonly fix: string;
}

/**
 * What a trigger misses for its scaler's constructor, and what it has that does not go together. Values that are
 * known only after apply count as given.
 */
export function* requirementGaps(scaler: Scaler, facts: TriggerFacts): Generator<RequirementGap> {
    for (const need of scaler.needs) {
        if (isFree(scaler, facts, need) || isMet(scaler, facts, need)) continue;
        yield gapOf(scaler, need, scaler.type);
    }
    for (const terms of scaler.conflicts ?? []) {
        if (!terms.every((term) => isWritten(scaler, facts, term))) continue;
        const [key = ""] = terms.map((term) => term.split("=")[0] ?? term);
        yield { key, message: `${scaler.type} cannot have ${terms.join(" and ")} together`, fix: "keep one" };
    }
    for (const { key, is, isNot, needs } of scaler.conditions ?? []) {
        if (!holds(scaler, facts, key, is, isNot) || isMet(scaler, facts, needs)) continue;
        const cause =
            is === undefined ? (isNot === undefined ? key : `${key} other than ${isNot}`) : `${key} ${is}`;
        const isOwn = isGiven(facts.metadata[key]);
        yield { ...(isOwn ? { key } : {}), ...gapOf(scaler, needs, `${scaler.type} with ${cause}`) };
    }
}

/** Whether a need is only for the target, which a formula makes unnecessary. */
function isFree(scaler: Scaler, { hasFormula }: TriggerFacts, need: Need): boolean {
    return (
        hasFormula === true &&
        scaler.targetFreeWithFormula === true &&
        need.flat().every((key) => scaler.targets.some((target) => target.key === key))
    );
}

function isMet(scaler: Scaler, facts: TriggerFacts, need: Need): boolean {
    return need.some((set) => set.every((term) => has(scaler, facts, term)));
}

/** Whether a term of a need is, or may be, given. */
function has(scaler: Scaler, facts: TriggerFacts, term: string): boolean {
    const { metadata, login } = facts;
    const mayHaveMore = login?.isComplete === false;
    if (term.startsWith("@")) return login?.identity === term.slice(1) || mayHaveMore;
    const [key = "", wanted] = term.split("=");
    if (wanted !== undefined) {
        const value = valueOf(scaler, facts, key);
        return value instanceof Unknown || isSameValue(value, wanted);
    }
    if (isThere(metadata, key) || isFromEnv(scaler, metadata, key)) return true;
    return login?.parameters.has(key) === true || (mayHaveMore && scaler.parameters.includes(key));
}

/** Whether a key, or one of those that a final `*` stands for, is written. */
function isThere(metadata: TriggerFacts["metadata"], key: string): boolean {
    if (!key.endsWith(".*")) return isGiven(metadata[key]);
    return Object.keys(metadata).some((other) => other.startsWith(key.slice(0, -1)));
}

/** Whether a key that KEDA also reads from the container's environment is given by the name of a variable. */
function isFromEnv(scaler: Scaler, metadata: TriggerFacts["metadata"], key: string): boolean {
    const name = `${key}FromEnv`;
    if (!isGiven(metadata[name])) return false;
    return (
        scaler.otherKeys.includes(name) || Object.values(scaler.fields).some((field) => field.key === name)
    );
}

/** Whether a term of a conflict stands in the metadata. */
function isWritten(scaler: Scaler, { metadata }: TriggerFacts, term: string): boolean {
    const [key = "", wanted] = term.split("=");
    return wanted === undefined ? isThere(metadata, key) : isSameValue(metadataText(metadata[key]), wanted);
}

function holds(scaler: Scaler, facts: TriggerFacts, key: string, is?: string, isNot?: string): boolean {
    if (is === undefined && isNot === undefined) {
        const { metadata, login } = facts;
        return (
            isGiven(metadata[key]) || isFromEnv(scaler, metadata, key) || login?.parameters.has(key) === true
        );
    }
    const value = valueOf(scaler, facts, key);
    if (value instanceof Unknown) return false;
    return is === undefined ? !isSameValue(value, isNot ?? "") : isSameValue(value, is);
}

/** The value of a key, its default included; an `Unknown` where it cannot be seen. */
function valueOf(
    scaler: Scaler,
    { metadata, login }: TriggerFacts,
    key: string,
): string | Unknown | undefined {
    const value = metadata[key];
    if (value instanceof Unknown) return value;
    if (value instanceof Secret) return new Unknown(key, value.identity);
    const text = metadataText(value);
    if (text !== undefined) return text;
    const isHidden =
        isFromEnv(scaler, metadata, key) ||
        (scaler.parameters.includes(key) &&
            (login?.parameters.has(key) === true || login?.isComplete === false));
    return isHidden ? new Unknown(key, key) : defaultOf(scaler, key);
}

function gapOf(scaler: Scaler, need: Need, subject: string): RequirementGap {
    const [only] = need;
    const isOfLogin = need.length === 1 && only?.every((key) => isOfAuthentication(scaler, key)) === true;
    const sets = need.map((set) => set.map(termText).join(" and "));
    if (isOfLogin) {
        return {
            message: `${subject} needs ${sets.join("")}, which comes from an authentication`,
            fix: `give ${sets.join("")} as a parameter of the trigger's authentication`,
        };
    }
    const isPlain = need.every((set) => set.length === 1);
    return {
        message: `${subject} needs ${sets.join(isPlain ? " or " : ", or ")}`,
        fix: `give ${sets[0] ?? ""}`,
    };
}

/** Whether a key belongs in an authentication: KEDA reads it nowhere else, or it is a secret. */
function isOfAuthentication(scaler: Scaler, key: string): boolean {
    return !isMetadataKey(scaler, key) || scaler.secretKeys.includes(key);
}

function isMetadataKey({ fields, otherKeys }: Scaler, term: string): boolean {
    const key = term.split("=")[0] ?? "";
    const isOne = (other: string): boolean => other === key || other === `${key}FromEnv`;
    return Object.values(fields).some((field) => isOne(field.key)) || otherKeys.some(isOne);
}

function termText(term: string): string {
    return term.startsWith("@") ? `the identity ${term.slice(1)}` : term.replace("=", " ");
}
