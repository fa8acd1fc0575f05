import type { Leaf } from "../declared";
import { withUnknowns } from "../declared";
import type { EncodedTrigger, TriggerArgs } from "../triggers";
import { encodeRawTrigger, encodeTrigger, scalerMember, scalerOf } from "../triggers";

/**
 * A trigger of a pool in KEDA's form; its arguments have their right form already.
 *
 * @param added Arguments of the scaler that the author left out, by member.
 */
export function encodePoolTrigger(
    trigger: TriggerArgs,
    index: number,
    added: Readonly<Record<string, boolean | number>> = {},
): EncodedTrigger {
    const path = ["scale", "triggers", index, scalerMember(trigger) ?? ""];
    if (trigger.raw !== undefined) {
        const metadata = withUnknowns(trigger.raw.metadata, [...path, "metadata"]);
        return encodeRawTrigger(
            trigger.raw,
            metadata as Readonly<Record<string, Leaf<string>>>,
            trigger.name,
        );
    }
    const scaler = scalerOf(trigger);
    if (scaler === undefined)
        throw new Error(`scale.triggers[${index}] has no scaler; checkShape refuses that first`);
    const given = withUnknowns(trigger[scaler.member as keyof TriggerArgs], path);
    return encodeTrigger(scaler, { ...added, ...(given as Readonly<Record<string, unknown>>) }, trigger.name);
}
