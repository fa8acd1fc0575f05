import { Unknown } from "../declared";
import type { FleetScaler } from "../fleet";
import { goesToZero, known } from "../fleet";
import { count, duration } from "./count";
import type { Sentence } from "./explanation";
import type { PaceStep } from "./hpa-pace";
import { fastestWay } from "./hpa-pace";
import { paceRules } from "./pace-rules";

/** Most changes that a sentence lists. */
const MOST_LISTED = 8;

/** The fastest way to the ceiling, and back to the floor, in numbers and time. */
export function explainWay(scaler: FleetScaler): Sentence[] {
    const [min, max] = [known(scaler.min), known(scaler.max)];
    // What sleeps wakes with its floor, and one at least; from there on the HPA decides.
    const floor = Math.max(min ?? 0, 1);
    if (min === undefined || max === undefined || max <= floor) return [];
    const cold = scaler.intent?.task?.coldStartSeconds;
    const ready =
        cold === undefined || cold === 0 ? "" : `, and ${duration(cold)} more until the last one works`;
    return [
        ...sentence(scaler, "scaleUp", floor, max, ready),
        // A pool that may be empty is emptied at once by KEDA.
        ...(goesToZero(scaler) ? [] : sentence(scaler, "scaleDown", max, floor, "")),
    ];
}

function sentence(
    scaler: FleetScaler,
    direction: "scaleUp" | "scaleDown",
    from: number,
    to: number,
    more: string,
): Sentence[] {
    const rules = paceRules(scaler, direction);
    if (rules === undefined || rules instanceof Unknown || rules.select === "Disabled") return [];
    const way = fastestWay(from, to, rules);
    const last = way?.at(-1);
    const goal =
        direction === "scaleUp"
            ? "To the ceiling, when asked for at once"
            : "Back to the floor, when nothing is asked for";
    const span = `from ${from} to ${count(to, "replicas")}`;
    if (way === undefined || last === undefined) {
        return [{ topic: "pace", text: `${goal}: more than three days ${span}.` }];
    }
    const time = last.seconds === 0 ? "at the next look" : duration(last.seconds);
    return [{ topic: "pace", text: `${goal}: ${time} ${span}${stepsOf(way)}${more}.` }];
}

/** The changes on the way; of many only the first and the last. */
function stepsOf(way: readonly PaceStep[]): string {
    if (way.length < 2) return "";
    const shown = way.map(({ replicas }) => String(replicas));
    const listed =
        shown.length <= MOST_LISTED ? shown : [...shown.slice(0, MOST_LISTED - 2), "...", ...shown.slice(-1)];
    return ` (${listed.join(", ")})`;
}
