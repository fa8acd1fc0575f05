import type { Path } from "../declared";
import { Unknown, valueAt } from "../declared";
import type { FleetScaler, FleetScalingPolicy, FleetScalingRules } from "../fleet";
import { isUnknown, known } from "../fleet";
import { count, plainNumber } from "./count";
import type { Sentence } from "./explanation";

/** Of the controller manager, where the object gives none. */
const DEFAULT_TOLERANCE = 0.1;

interface Direction {
    readonly word: "Up" | "Down";
    readonly window: number;
    /** What Kubernetes allows where no policy is given (pkg/apis/autoscaling/v2/defaults.go). */
    readonly policies: string;
}

const UP: Direction = { word: "Up", window: 0, policies: "100 % or 4 pods in 15 s, whichever is more" };
const DOWN: Direction = { word: "Down", window: 300, policies: "100 % in 15 s" };

/** How fast replicas may change in each direction, with Kubernetes' defaults where nothing is written. */
export function explainPace(scaler: FleetScaler): Sentence[] {
    const { behavior, min, max } = scaler;
    const ceiling = known(max);
    if (ceiling !== undefined && known(min) === ceiling) return [];
    return [
        explainDirection(scaler, behavior.scaleUp, UP),
        explainDirection(scaler, behavior.scaleDown, DOWN),
        explainTolerance(scaler),
    ];
}

function explainDirection(scaler: FleetScaler, rules: FleetScalingRules, direction: Direction): Sentence {
    const { stabilizationWindowSeconds: window, selectPolicy, policies } = rules;
    const { word } = direction;
    const isHidden =
        valueAt(scaler.declared.object, rulesPath(rules)) instanceof Unknown ||
        [
            window,
            selectPolicy,
            ...policies.flatMap(({ type, value, periodSeconds }) => [type, value, periodSeconds]),
        ].some(isUnknown);
    if (isHidden) return { topic: "unknown", text: `${word}: the pace is known only after apply.` };
    const select = known(selectPolicy) ?? "Max";
    if (select === "Disabled") return { topic: "pace", text: `${word}: never, this direction is disabled.` };
    const most = explainPolicies(policies, select) ?? direction.policies;
    const seconds = known(window) ?? direction.window;
    const wait =
        seconds === 0
            ? "without waiting"
            : `once ${word === "Up" ? "more" : "fewer"} have been asked for during ${seconds} s`;
    return { topic: "pace", text: `${word}: at most ${most}, ${wait}.` };
}

/** The policies as limits, `100 % or 4 pods in 60 s`; `undefined` where there are none. */
function explainPolicies(policies: readonly FleetScalingPolicy[], select: string): string | undefined {
    const limits = policies.flatMap(({ type, value, periodSeconds }) => {
        const [kind, amount, period] = [known(type), known(value), known(periodSeconds)];
        if (kind === undefined || amount === undefined || period === undefined) return [];
        return [{ change: kind === "Percent" ? `${amount} %` : count(amount, "pods"), period }];
    });
    const [first] = limits;
    if (first === undefined) return undefined;
    const isOnePeriod = limits.every(({ period }) => period === first.period);
    const text = isOnePeriod
        ? `${limits.map(({ change }) => change).join(" or ")} in ${first.period} s`
        : limits.map(({ change, period }) => `${change} in ${period} s`).join(" or ");
    return limits.length === 1 ? text : `${text}, whichever is ${select === "Min" ? "less" : "more"}`;
}

/** Around its target a metric changes nothing (Kubernetes pkg/controller/podautoscaler, tolerance). */
function explainTolerance(scaler: FleetScaler): Sentence {
    const [up, down] = [scaler.behavior.scaleUp, scaler.behavior.scaleDown].map((rules) => {
        const given = valueAt(scaler.declared.object, [...rulesPath(rules), "tolerance"]);
        const share = typeof given === "string" ? Number(given) : given;
        return typeof share === "number" && Number.isFinite(share) ? share : DEFAULT_TOLERANCE;
    });
    const percent = (share = DEFAULT_TOLERANCE): string => `${plainNumber(share * 100)} %`;
    const text =
        up === down
            ? `Nothing changes while a number is within ${percent(up)} of its target.`
            : `Nothing changes while a number is less than ${percent(up)} above or ${percent(down)} below its target.`;
    return { topic: "pace", text };
}

function rulesPath({ stabilizationWindowSeconds }: FleetScalingRules): Path {
    return stabilizationWindowSeconds.path.slice(0, -1);
}
