import type { TriggerArgs } from "../triggers";
import { SCALERS_BY_MEMBER, nativeMember, scalerMember, scalerOf } from "../triggers";

/** What the native autoscaler can scale on without an adapter; every other scaler needs KEDA. */
export const NATIVE_SCALERS: ReadonlySet<string> = new Set(["cpu", "memory"]);

/** Whether the native autoscaler can read a trigger; what is written in KEDA's own form it cannot. */
export function isNativeTrigger(trigger: TriggerArgs): boolean {
    if (nativeMember(trigger) !== undefined) return true;
    const scaler = scalerOf(trigger);
    const member = scalerMember(trigger) ?? "";
    return scaler !== undefined && SCALERS_BY_MEMBER.has(member) && NATIVE_SCALERS.has(scaler.type);
}
