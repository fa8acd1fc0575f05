import type { FleetScaler, FleetTrigger } from "../fleet";
import { goesToZero, isUnknown, known, scaledThing, triggerLabel } from "../fleet";
import { countedUnit } from "../triggers";
import { count, plainNumber } from "./count";
import { explainNativeZero } from "./explain-native-zero";
import type { Sentence } from "./explanation";

/** What wakes a pool that sleeps, and when it sleeps again. */
export function explainZero(scaler: FleetScaler): Sentence[] {
    if (!goesToZero(scaler)) return explainNativeZero(scaler);
    const poll = known(scaler.pollingInterval);
    const cooldown = known(scaler.cooldown);
    const sentences = explainWaking(scaler, "Wakes");
    if (cooldown !== undefined) {
        const seconds = poll === undefined ? `${cooldown}` : `${cooldown} to ${cooldown + poll}`;
        sentences.push({
            topic: "sleeps",
            text: `Goes to zero ${seconds} s after KEDA last saw work, from any number of replicas in one step, whatever the rules for scaling down say.`,
        });
    }
    return sentences;
}

/** What the triggers must say for a pool to wake, or for jobs to start, and how long that takes. */
export function explainWaking(scaler: FleetScaler, verb: "Wakes" | "Starts jobs"): Sentence[] {
    const conditions = scaler.triggers.flatMap((trigger) => wakingCondition(trigger) ?? []);
    if (conditions.length === 0) return [];
    const poll = known(scaler.pollingInterval);
    const delay = poll === undefined ? "" : ` ${wakingDelay(scaler, poll)}`;
    return [{ topic: "wakes", text: `${verb} when ${conditions.join(", or when ")}.${delay}` }];
}

function wakingDelay(scaler: FleetScaler, poll: number): string {
    const coldStart = scaler.intent?.task?.coldStartSeconds;
    return coldStart === undefined
        ? `KEDA looks every ${poll} s; how long a cold start takes is not declared.`
        : `The first ${scaledThing(scaler)} works up to ${plainNumber(poll + coldStart)} s later: KEDA looks every ${poll} s, and a cold start takes ${plainNumber(coldStart)} s.`;
}

/** What must be true for a trigger to wake the pool; `undefined` where it cannot. */
function wakingCondition(trigger: FleetTrigger): string | undefined {
    const { scaler, activation } = trigger;
    const label = triggerLabel(trigger);
    if (scaler?.wakesFromZero !== true) return undefined;
    if (scaler.type === "cron") return `the window of ${label} opens`;
    if (isUnknown(activation)) return `${label} is above a number known only after apply`;
    const above = known(activation);
    if (above === undefined)
        return `${label} is above what ${String(activation.path.at(-1))} says, which is no number`;
    const unit = countedUnit(scaler);
    return unit === undefined
        ? `${label} is above ${plainNumber(above)}`
        : `${label} has more than ${count(above, unit)}`;
}
