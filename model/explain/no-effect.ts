import { valueAt } from "../declared";
import type { FleetScaler } from "../fleet";
import { known } from "../fleet";
import type { Sentence } from "./explanation";
import { triggerLabel } from "./explain-trigger";

/** What stands in the object and changes nothing. */
export function noEffect(scaler: FleetScaler): Sentence[] {
    const floor = known(scaler.min);
    if (scaler.engine !== "keda" || floor === undefined) return [];
    return [...(floor > 0 ? aboveZero(scaler, floor) : fromZero(scaler))].map((text) => ({
        topic: "no-effect",
        text,
    }));
}

function* aboveZero(scaler: FleetScaler, floor: number): Generator<string> {
    const idle = known(scaler.idle) === 0;
    const stated = [scaler.pollingInterval, scaler.cooldown]
        .filter(({ path }) => valueAt(scaler.declared.object, path) !== undefined)
        .map(({ path }) => String(path.at(-1)));
    if (stated.length > 0 && !idle) {
        yield `${stated.join(" and ")} ${stated.length === 1 ? "has" : "have"} no effect: the floor is ${floor}, and the HPA alone decides.`;
    }
    for (const trigger of scaler.triggers) {
        const key = trigger.scaler?.activationKey;
        if (key === undefined || trigger.metadata[key] === undefined || idle) continue;
        yield `${key} of ${triggerLabel(trigger)} has no effect: the floor is ${floor}, and the pool never sleeps.`;
    }
}

function* fromZero(scaler: FleetScaler): Generator<string> {
    for (const trigger of scaler.triggers) {
        if (trigger.scaler?.wakesFromZero !== false) continue;
        yield `${triggerLabel(trigger)} does not wake the pool: pods that do not exist use nothing.`;
    }
    yield "The rules for scaling down end at one replica: the last step, to zero, is KEDA's own.";
}
