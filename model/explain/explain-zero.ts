import type { FleetScaler } from "../fleet";
import { known } from "../fleet";
import type { Sentence } from "./explanation";
import { activationOf, triggerLabel } from "./explain-trigger";

/** What wakes a pool whose floor is zero, and when it sleeps again. */
export function explainZero(scaler: FleetScaler): Sentence[] {
    if (known(scaler.min) !== 0 || scaler.engine !== "keda") return [];
    const poll = known(scaler.pollingInterval);
    const cooldown = known(scaler.cooldown);
    const coldStart = scaler.intent?.task?.coldStartSeconds;
    const wakers = scaler.triggers.flatMap((trigger) => {
        const above = activationOf(trigger);
        return above === undefined ? [] : [`${triggerLabel(trigger)} when ${above}`];
    });
    const sentences: Sentence[] = [];
    if (wakers.length > 0) {
        const start =
            coldStart === undefined
                ? "plus the cold start, which is not declared"
                : `plus ${coldStart} s of cold start`;
        const after = poll === undefined ? "" : ` The first replica works up to ${poll} s later, ${start}.`;
        sentences.push({ topic: "wakes", text: `Wakes by ${wakers.join(", or by ")}.${after}` });
    }
    if (cooldown !== undefined) {
        sentences.push({
            topic: "sleeps",
            text: `Sleeps ${cooldown} s after KEDA last saw work, from any number of replicas to zero in one step.`,
        });
    }
    return sentences;
}
