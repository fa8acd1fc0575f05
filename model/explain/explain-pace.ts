import { Unknown, valueAt } from "../declared";
import type { FleetScaler, FleetScalingPolicy, FleetScalingRules } from "../fleet";
import { isUnknown, known } from "../fleet";
import { count } from "./count";
import type { Sentence } from "./explanation";

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
    ];
}

function explainDirection(scaler: FleetScaler, rules: FleetScalingRules, direction: Direction): Sentence {
    const { stabilizationWindowSeconds: window, selectPolicy, policies } = rules;
    const { word } = direction;
    const isHidden =
        valueAt(scaler.declared.object, window.path.slice(0, -1)) instanceof Unknown ||
        [
            window,
            selectPolicy,
            ...policies.flatMap(({ type, value, periodSeconds }) => [type, value, periodSeconds]),
        ].some(isUnknown);
    if (isHidden) return { topic: "unknown", text: `${word}: the pace is known only after apply.` };
    const select = known(selectPolicy) ?? "Max";
    if (select === "Disabled") return { topic: "pace", text: `${word}: never, this direction is disabled.` };
    const limits = policies.flatMap((policy) => explainPolicy(policy) ?? []);
    const whichever = limits.length < 2 ? "" : `, whichever is ${select === "Min" ? "less" : "more"}`;
    const most = limits.length === 0 ? direction.policies : `${limits.join(" or ")}${whichever}`;
    const seconds = known(window) ?? direction.window;
    const wait =
        seconds === 0
            ? "without waiting"
            : `once ${word === "Up" ? "more" : "fewer"} have been asked for during ${seconds} s`;
    return { topic: "pace", text: `${word}: at most ${most}, ${wait}.` };
}

function explainPolicy({ type, value, periodSeconds }: FleetScalingPolicy): string | undefined {
    const [kind, amount, period] = [known(type), known(value), known(periodSeconds)];
    if (kind === undefined || amount === undefined || period === undefined) return undefined;
    return `${kind === "Percent" ? `${amount} %` : count(amount, "pods")} in ${period} s`;
}
