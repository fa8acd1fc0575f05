import { valueAt } from "../declared";
import type { FleetScaler } from "../fleet";
import { goesToZero, known, triggerLabel } from "../fleet";
import type { Sentence } from "./explanation";

/** What stands in the object and changes nothing. */
export function noEffect(scaler: FleetScaler): Sentence[] {
    const floor = known(scaler.min);
    if (scaler.engine !== "keda" || floor === undefined) return [];
    return [...(goesToZero(scaler) ? asleep(scaler) : alwaysAwake(scaler, floor))].map((text) => ({
        topic: "no-effect",
        text,
    }));
}

function* alwaysAwake(scaler: FleetScaler, floor: number): Generator<string> {
    // The interval is also how long a cached value is used.
    const isCached = scaler.triggers.some(
        ({ useCachedMetrics }) => useCachedMetrics.value !== undefined && known(useCachedMetrics) !== false,
    );
    const stated = [...(isCached ? [] : [scaler.pollingInterval]), scaler.cooldown]
        .filter(({ path }) => valueAt(scaler.declared.object, path) !== undefined)
        .map(({ path }) => String(path.at(-1)));
    if (stated.length > 0) {
        yield `${stated.join(" and ")} ${stated.length === 1 ? "has" : "have"} no effect: the floor is ${floor}, and the HPA alone decides.`;
    }
    for (const trigger of scaler.triggers) {
        const key = trigger.scaler?.activationKey;
        if (key === undefined || trigger.metadata[key] === undefined) continue;
        yield `${key} of ${triggerLabel(trigger)} has no effect: the floor is ${floor}, and the pool never sleeps.`;
    }
}

function* asleep(scaler: FleetScaler): Generator<string> {
    for (const trigger of scaler.triggers) {
        if (trigger.scaler?.wakesFromZero !== false) continue;
        yield `${triggerLabel(trigger)} does not wake the pool: pods that do not exist use nothing.`;
    }
}
