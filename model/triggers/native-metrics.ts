import type { TriggerArgs } from "./generated/trigger-args";
import { scalerMember } from "./scalers";

/** The metrics that only the native autoscaler reads, by the member of `TriggerArgs`: their type in autoscaling/v2. */
export const NATIVE_METRICS = {
    podsMetric: "Pods",
    objectMetric: "Object",
    externalMetric: "External",
} as const;

/** A member of `TriggerArgs` that no scaler of KEDA is for. */
export type NativeMetricMember = keyof typeof NATIVE_METRICS;

/** The type of a metric in autoscaling/v2 that an adapter serves. */
export type NativeMetricType = (typeof NATIVE_METRICS)[NativeMetricMember];

/** The native metric that a trigger's arguments name, where they name one. */
export function nativeMember(trigger: TriggerArgs): NativeMetricMember | undefined {
    const members = Object.keys(NATIVE_METRICS) as NativeMetricMember[];
    return members.find((member) => trigger[member] !== undefined);
}

/** The member of a trigger's arguments that says what it reads; exactly one after they were checked. */
export function triggerMember(trigger: TriggerArgs): string | undefined {
    return scalerMember(trigger) ?? nativeMember(trigger);
}
