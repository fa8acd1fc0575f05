import { isKnown } from "../declared";
import type { FleetScaler, FleetTrigger } from "../fleet";
import { goesToZero, known } from "../fleet";
import { countedUnit, metadataNumber } from "../triggers";
import { count, plainNumber } from "./count";
import { explainNativeZero } from "./explain-native-zero";
import type { Sentence } from "./explanation";
import { triggerLabel } from "./trigger-label";

/** What wakes a pool that sleeps, and when it sleeps again. */
export function explainZero(scaler: FleetScaler): Sentence[] {
    if (!goesToZero(scaler)) return explainNativeZero(scaler);
    const poll = known(scaler.pollingInterval);
    const cooldown = known(scaler.cooldown);
    const conditions = scaler.triggers.flatMap((trigger) => wakingCondition(trigger) ?? []);
    const sentences: Sentence[] = [];
    if (conditions.length > 0) {
        const delay =
            poll === undefined ? "" : ` ${wakingDelay(poll, scaler.intent?.task?.coldStartSeconds)}`;
        sentences.push({ topic: "wakes", text: `Wakes when ${conditions.join(", or when ")}.${delay}` });
    }
    if (cooldown !== undefined) {
        const seconds = poll === undefined ? `${cooldown}` : `${cooldown} to ${cooldown + poll}`;
        sentences.push({
            topic: "sleeps",
            text: `Goes to zero ${seconds} s after KEDA last saw work, from any number of replicas in one step, whatever the rules for scaling down say.`,
        });
    }
    return sentences;
}

function wakingDelay(poll: number, coldStart: number | undefined): string {
    return coldStart === undefined
        ? `KEDA looks every ${poll} s; how long a cold start takes is not declared.`
        : `The first replica works up to ${plainNumber(poll + coldStart)} s later: KEDA looks every ${poll} s, and a cold start takes ${plainNumber(coldStart)} s.`;
}

/** What must be true for a trigger to wake the pool; `undefined` where it cannot. */
function wakingCondition(trigger: FleetTrigger): string | undefined {
    const { scaler, metadata } = trigger;
    const label = triggerLabel(trigger);
    if (scaler?.wakesFromZero !== true) return undefined;
    if (scaler.type === "cron") return `the window of ${label} opens`;
    const given = scaler.activationKey === undefined ? undefined : metadata[scaler.activationKey];
    if (given !== undefined && !isKnown(given)) return `${label} is above a number known only after apply`;
    const above = metadataNumber(typeof given === "string" ? given : undefined, "0") ?? 0;
    const unit = countedUnit(scaler);
    return unit === undefined
        ? `${label} is above ${plainNumber(above)}`
        : `${label} has more than ${count(above, unit)}`;
}
