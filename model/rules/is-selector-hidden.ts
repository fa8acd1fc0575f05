import { valueAt, isHidden } from "../declared";
import type { FleetDisruptionBudget } from "../fleet";

/** Whether a budget may hold any pods of its namespace, since its selector, or a part of it, is not known as a whole. */
export function isSelectorHidden({ declared }: FleetDisruptionBudget): boolean {
    return ["matchLabels", "matchExpressions"].some((part) =>
        isHidden(valueAt(declared.object, ["spec", "selector", part])),
    );
}
