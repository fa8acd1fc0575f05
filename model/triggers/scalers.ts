import { CATALOGUE } from "./generated/catalogue";
import type { Scaler } from "./scaler";
import type { TriggerArgs } from "./generated/trigger-args";

export { CATALOGUE };

/** Scalers by the member of `TriggerArgs` that holds their arguments. */
export const SCALERS_BY_MEMBER: ReadonlyMap<string, Scaler> = new Map(
    [...CATALOGUE.values()].map((scaler) => [scaler.member, scaler]),
);

/**
 * The trigger types that KEDA 2.20.2 knows (`pkg/scaling/scalers_builder.go`), sorted. Any other type is accepted by
 * the API server and fails in the operator: `no scaler found for type`.
 */
export const SCALER_TYPES: readonly string[] = [...CATALOGUE.keys()];

/** The scaler of a trigger type. */
export function scalerByType(type: string): Scaler | undefined {
    return CATALOGUE.get(type);
}

/** The member of a trigger's arguments that says which scaler it is; exactly one after they were checked. */
export function scalerMember(trigger: TriggerArgs): string | undefined {
    return Object.keys(trigger).find(
        (key) =>
            (key === "raw" || SCALERS_BY_MEMBER.has(key)) && trigger[key as keyof TriggerArgs] !== undefined,
    );
}

/** The scaler that a trigger's arguments name; `undefined` for a raw trigger of a type that is not known. */
export function scalerOf(trigger: TriggerArgs): Scaler | undefined {
    const member = scalerMember(trigger);
    if (member === undefined) return undefined;
    return member === "raw" ? scalerByType(trigger.raw?.type ?? "") : SCALERS_BY_MEMBER.get(member);
}
