import { isGiven } from "./metadata-text";
import type { Scaler } from "./scaler";

/**
 * The metadata key that a trigger's metric is divided by; `undefined` where its author cannot choose. Of several
 * that count (redis streams with and without a group, the targets of Solace) it is the first that is given, or else
 * the first that KEDA has a default for.
 */
export function targetKeyOf(scaler: Scaler, metadata: Readonly<Record<string, unknown>>): string | undefined {
    const has = (key: string): boolean => isGiven(metadata[key]);
    const counting = scaler.targets.filter(
        (target) =>
            (target.with === undefined || has(target.with)) &&
            (target.without === undefined || !has(target.without)),
    );
    const chosen =
        counting.find(({ key }) => has(key)) ??
        counting.find(({ key }) => defaultOf(scaler, key) !== undefined) ??
        counting[0];
    return chosen?.key;
}

/** KEDA's default of a metadata key, as text, where it has one. */
export function defaultOf({ fields }: Scaler, key: string): string | undefined {
    return Object.values(fields).find((field) => field.key === key)?.default;
}
