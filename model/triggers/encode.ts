import type { Leaf } from "../declared";
import { CATALOGUE, SCALERS_BY_MEMBER } from "./catalogue";
import type { MetricType, Scaler } from "./scaler";
import { Signal } from "./signal";
import type { TriggerArgs } from "./trigger-args";

/** A trigger in KEDA's own form, and the argument that each metadata key was made from. */
export interface EncodedTrigger {
    readonly scaler: Scaler;
    readonly type: string;
    readonly name?: string;
    readonly metricType?: MetricType;
    readonly metadata: Readonly<Record<string, Leaf<string>>>;
    /** Member name in the scaler's arguments by metadata key. */
    readonly members: Readonly<Record<string, string>>;
}

/**
 * A number as KEDA parses it: plain decimals, no exponent.
 *
 * @example encodeNumber(1e-7) // "0.0000001"
 */
export function encodeNumber(value: number): string {
    const text = String(value);
    if (!/e/i.test(text)) return text;
    const [mantissa = "0", exponent = "0"] = text.toLowerCase().split("e");
    const negative = mantissa.startsWith("-");
    const [whole = "0", fraction = ""] = mantissa.replace("-", "").split(".");
    const shift = Number(exponent);
    const digits = whole + fraction;
    const point = whole.length + shift;
    const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
    const at = Math.max(point, 1);
    const decimals = padded.slice(at);
    return `${negative ? "-" : ""}${padded.slice(0, at)}${decimals === "" ? "" : `.${decimals}`}`;
}

/** The metric type that makes a number of this kind mean what its author says. */
export function metricTypeOf(signal: Signal): MetricType {
    return signal === Signal.Total ? "AverageValue" : "Value";
}

/** The scaler that a trigger's arguments name; exactly one after the arguments were checked. */
export function scalerOf(trigger: TriggerArgs): Scaler | undefined {
    const member = Object.keys(trigger).find(
        (key) => SCALERS_BY_MEMBER.has(key) && trigger[key as keyof TriggerArgs] !== undefined,
    );
    return member === undefined ? undefined : SCALERS_BY_MEMBER.get(member);
}

/**
 * Encodes a trigger's arguments to the strings that KEDA parses. Values whose default here differs from KEDA's
 * are always written (`ignoreNullValues`).
 */
export function encodeTrigger(
    scaler: Scaler,
    args: Readonly<Record<string, unknown>>,
    name: string | undefined,
): EncodedTrigger {
    const metadata: Record<string, Leaf<string>> = {};
    const members: Record<string, string> = {};
    let metricType: MetricType | undefined;
    for (const [member, field] of Object.entries(scaler.fields)) {
        const value = args[member];
        if (value === undefined) continue;
        if (field.kind === "signal") {
            metricType = metricTypeOf(value as Signal);
            continue;
        }
        if (field.metricType !== undefined) metricType = field.metricType;
        metadata[field.key] =
            typeof value === "number"
                ? encodeNumber(value)
                : typeof value === "boolean"
                  ? String(value)
                  : (value as Leaf<string>);
        members[field.key] = member;
    }
    if (scaler.type === "prometheus") metadata["ignoreNullValues"] ??= "false";
    return {
        scaler,
        type: scaler.type,
        ...(name === undefined ? {} : { name }),
        ...(metricType === undefined ? {} : { metricType }),
        metadata,
        members,
    };
}

/** The scaler of a trigger type, where it has typed arguments. */
export function scalerByType(type: string): Scaler | undefined {
    return CATALOGUE.get(type);
}
