import { Unknown } from "../declared";
import type { FleetScaler } from "../fleet";
import { known, toleranceOf } from "../fleet";
import { count, plainNumber } from "./count";
import type { Sentence } from "./explanation";
import type { PaceRules } from "./hpa-pace";
import { SYNC_SECONDS } from "./hpa-pace";
import type { Direction } from "./pace-rules";
import { paceRules } from "./pace-rules";

/** How fast replicas may change in each direction, with Kubernetes' defaults where nothing is written. */
export function explainPace(scaler: FleetScaler): Sentence[] {
    const { min, max } = scaler;
    const ceiling = known(max);
    if (ceiling !== undefined && known(min) === ceiling) return [];
    return [
        ...explainDirection(scaler, "scaleUp"),
        ...explainDirection(scaler, "scaleDown"),
        explainTolerance(scaler),
    ];
}

function explainDirection(scaler: FleetScaler, direction: Direction): Sentence[] {
    const rules = paceRules(scaler, direction);
    // What Kubernetes would refuse is a finding, and nothing that could be explained.
    if (rules === undefined) return [];
    const word = direction === "scaleUp" ? "Up" : "Down";
    if (rules instanceof Unknown) {
        return [{ topic: "unknown", text: `${word}: the pace is known only after apply.` }];
    }
    if (rules.select === "Disabled") {
        return [{ topic: "pace", text: `${word}: never, this direction is disabled.` }];
    }
    const asked = direction === "scaleUp" ? "more" : "fewer";
    const wait =
        rules.windowSeconds === 0
            ? "without waiting"
            : `once ${asked} have been asked for during ${rules.windowSeconds} s`;
    return [{ topic: "pace", text: `${word}: ${limits(rules, direction)}, ${wait}.` }];
}

/** The limits of a change, `at most 100 % or 4 pods in 60 s`. */
function limits({ policies, select }: PaceRules, direction: Direction): string {
    if (policies === undefined) {
        return direction === "scaleUp"
            ? `at most twice as many at each look, every ${SYNC_SECONDS} s, or 4 in all where that is more`
            : "all at once";
    }
    const changes = policies.map(({ type, value, periodSeconds }) => ({
        change: type === "Percent" ? `${value} %` : count(value, "pods"),
        period: periodSeconds,
    }));
    const [first] = changes;
    const isOnePeriod = changes.every(({ period }) => period === first?.period);
    const text = isOnePeriod
        ? `${changes.map(({ change }) => change).join(" or ")} in ${first?.period ?? 0} s`
        : changes.map(({ change, period }) => `${change} in ${period} s`).join(" or ");
    return `at most ${text}${changes.length === 1 ? "" : `, whichever is ${select === "Min" ? "less" : "more"}`}`;
}

/** Around its target a metric changes nothing. */
function explainTolerance(scaler: FleetScaler): Sentence {
    const [up, down] = [known(toleranceOf(scaler, "scaleUp")), known(toleranceOf(scaler, "scaleDown"))];
    if (up === undefined || down === undefined) {
        const text = "How far from its target a number changes nothing is known only after apply.";
        return { topic: "unknown", text };
    }
    const percent = (share: number): string => `${plainNumber(share * 100)} %`;
    const text =
        up === down
            ? `Nothing changes while a number is within ${percent(up)} of its target.`
            : `Nothing changes while a number is less than ${percent(up)} above or ${percent(down)} below its target.`;
    return { topic: "pace", text };
}
