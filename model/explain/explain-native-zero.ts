import type { FleetScaler } from "../fleet";
import { countsTotal, known, measuresPods, triggerLabel } from "../fleet";
import { plainNumber } from "./count";
import type { Sentence } from "./explanation";

/** How often the controller manager looks where nobody has set it (--horizontal-pod-autoscaler-sync-period). */
const SYNC_SECONDS = 15;

/**
 * What wakes a pool that a native autoscaler takes to zero, and when it sleeps (Kubernetes 1.37 podautoscaler: from
 * zero the value divided by the target, rounded up, without a tolerance).
 */
export function explainNativeZero({ engine, min, triggers, intent }: FleetScaler): Sentence[] {
    const waking = triggers.filter(countsTotal);
    if (engine !== "hpa" || known(min) !== 0 || waking.length === 0) return [];
    const conditions = waking.map((trigger) => `${triggerLabel(trigger)} is above 0`);
    const coldStart = intent?.task?.coldStartSeconds;
    const delay =
        coldStart === undefined
            ? `The autoscaler looks every ${SYNC_SECONDS} s by default; how long a cold start takes is not declared.`
            : `The first replica works up to ${plainNumber(SYNC_SECONDS + coldStart)} s later: the autoscaler looks every ${SYNC_SECONDS} s by default, and a cold start takes ${plainNumber(coldStart)} s.`;
    return [
        { topic: "wakes", text: `Wakes when ${conditions.join(", or when ")}. ${delay}` },
        {
            topic: "sleeps",
            text: "Goes to zero when no metric asks for a replica, at the pace of scaling down.",
        },
        ...triggers.filter(measuresPods).map((trigger): Sentence => ({
            topic: "sleeps",
            text: `${triggerLabel(trigger)} asks for one replica as long as it is above 0, and so keeps the last one.`,
        })),
    ];
}
