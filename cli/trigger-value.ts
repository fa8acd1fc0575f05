import type { FleetScaler, FleetTrigger } from "../model";
import { triggerLabel } from "../model";

/** A trigger by its name or type, and the value that its metric has. */
export interface TriggerValue {
    readonly name: string;
    readonly value: number;
}

/** Reads `queue=200`; `undefined` where it is none. */
export function readTriggerValue(text: string): TriggerValue | undefined {
    const at = text.lastIndexOf("=");
    const [name, number] = [text.slice(0, at), text.slice(at + 1)];
    const value = Number(number);
    return at > 0 && number.trim() !== "" && Number.isFinite(value) && value >= 0
        ? { name, value }
        : undefined;
}

/** The triggers of a scaler that a name means: its own name, its type, or its type with its place, `redis#2`. */
export function triggersNamed({ triggers }: FleetScaler, name: string): readonly FleetTrigger[] {
    return triggers.filter((trigger) => {
        const label = triggerLabel(trigger);
        return (
            trigger.name.value === name || trigger.type.value === name || label.replace(" #", "#") === name
        );
    });
}
