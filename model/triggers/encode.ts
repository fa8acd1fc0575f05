import type { Leaf } from "../declared";
import { isKnown } from "../declared";
import { MetricType } from "./metric-type";
import type { RawTriggerArgs } from "./raw-trigger-args";
import type { Scaler, ScalerField } from "./scaler";
import { scalerByType } from "./scalers";
import { Signal } from "./signal";

/** A trigger in KEDA's own form, and the argument that each metadata key was made from. */
export interface EncodedTrigger {
    /** What is known about the type; absent only for a raw trigger of a type that KEDA 2.20 does not have. */
    readonly scaler: Scaler | undefined;
    /** The member of the trigger's arguments that it was made from, `redis` or `raw`. */
    readonly member: string;
    readonly type: string;
    readonly name?: string;
    readonly metricType?: MetricType;
    readonly metadata: Readonly<Record<string, Leaf<string>>>;
    /** The argument of the scaler by metadata key, `listLength` or `customHeaders`. */
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
    return signal === Signal.Total ? MetricType.AverageValue : MetricType.Value;
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
        const value = args[member] ?? field.written;
        if (value === undefined) continue;
        if (field.kind === "signal") {
            metricType = metricTypeOf(value as Signal);
            continue;
        }
        if (field.metricType !== undefined) metricType = field.metricType;
        for (const [key, text] of encodeField(field, value)) {
            metadata[key] = text;
            if (args[member] !== undefined) members[key] = member;
        }
    }
    return {
        scaler,
        member: scaler.member,
        type: scaler.type,
        ...(name === undefined ? {} : { name }),
        ...(metricType === undefined ? {} : { metricType }),
        metadata,
        members,
    };
}

/** A raw trigger as it is; its metadata stand under `raw.metadata`. */
export function encodeRawTrigger(
    args: Omit<RawTriggerArgs, "metadata">,
    metadata: Readonly<Record<string, Leaf<string>>>,
    name: string | undefined,
): EncodedTrigger {
    return {
        scaler: scalerByType(args.type),
        member: "raw",
        type: args.type,
        ...(name === undefined ? {} : { name }),
        ...(args.metricType === undefined ? {} : { metricType: args.metricType }),
        metadata,
        members: Object.fromEntries(Object.keys(metadata).map((key) => [key, "metadata"])),
    };
}

/** The metadata keys and texts that one argument becomes. */
function encodeField(field: ScalerField, value: unknown): [key: string, text: Leaf<string>][] {
    if (field.kind === "metadata") {
        const entries = Object.entries(value as Readonly<Record<string, Leaf<string>>>);
        return entries.map(([key, text]) => [`${field.key}${key}`, text]);
    }
    return [[field.key, encodeValue(field, value)]];
}

function encodeValue(field: ScalerField, value: unknown): Leaf<string> {
    if (typeof value === "number") return encodeNumber(value);
    if (typeof value === "boolean") return field.words?.[value ? 1 : 0] ?? String(value);
    if (Array.isArray(value)) return value.join(field.separator ?? ",");
    if (field.kind === "map" && isKnown(value)) {
        const entries = Object.entries(value as Readonly<Record<string, string>>);
        return entries.map(([key, text]) => `${key}=${text}`).join(",");
    }
    return value as Leaf<string>;
}
