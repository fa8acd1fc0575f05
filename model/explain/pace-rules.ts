import { Unknown, isKnown, valueAt } from "../declared";
import type { FleetScaler, FleetScalingRules } from "../fleet";
import { known } from "../fleet";
import type { PacePolicy, PaceRules } from "./hpa-pace";

export type Direction = "scaleUp" | "scaleDown";

/** What holds where an object has a behavior that says nothing of a direction (pkg/apis/autoscaling/v2/defaults.go). */
const DEFAULTS: Readonly<Record<Direction, PaceRules>> = {
    scaleUp: {
        windowSeconds: 0,
        select: "Max",
        policies: [
            { type: "Pods", value: 4, periodSeconds: 15 },
            { type: "Percent", value: 100, periodSeconds: 15 },
        ],
    },
    scaleDown: {
        windowSeconds: 300,
        select: "Max",
        policies: [{ type: "Percent", value: 100, periodSeconds: 15 }],
    },
};

/**
 * The rules of one direction with Kubernetes' defaults; `Unknown` where a part of them is known only after apply, and
 * `undefined` where they are nothing that Kubernetes accepts. Without any behavior the controller has rules of its own,
 * which are not those of an empty one.
 */
export function paceRules(
    { declared, behavior }: FleetScaler,
    direction: Direction,
): PaceRules | Unknown | undefined {
    const rules = behavior[direction];
    const place = rules.stabilizationWindowSeconds.path.slice(0, -1);
    const whole: unknown = valueAt(declared.object, place.slice(0, -1)) ?? undefined;
    const { windowSeconds, select, policies } = DEFAULTS[direction];
    if (whole === undefined) return { windowSeconds, select, policies: undefined };
    const hidden = hiddenPart(rules, valueAt(declared.object, place));
    if (hidden !== undefined) return hidden;
    const given = readPolicies(rules);
    const chosen = known(rules.selectPolicy) ?? select;
    if (given === undefined || !isSelect(chosen)) return undefined;
    return {
        windowSeconds: known(rules.stabilizationWindowSeconds) ?? windowSeconds,
        select: chosen,
        policies: given.length === 0 ? (policies ?? []) : given,
    };
}

function hiddenPart(rules: FleetScalingRules, whole: unknown): Unknown | undefined {
    const { stabilizationWindowSeconds, selectPolicy, policies } = rules;
    const fields = [
        stabilizationWindowSeconds,
        selectPolicy,
        ...policies.flatMap(({ type, value, periodSeconds }) => [type, value, periodSeconds]),
    ];
    const values: readonly unknown[] = [whole, ...fields.map(({ value }) => value)];
    return values.some((value) => !isKnown(value)) ? new Unknown("behavior", whole) : undefined;
}

function isSelect(select: string): select is PaceRules["select"] {
    return select === "Max" || select === "Min" || select === "Disabled";
}

function readPolicies({ policies }: FleetScalingRules): PacePolicy[] | undefined {
    const read = policies.map(({ type, value, periodSeconds }) => ({
        type: known(type),
        value: known(value),
        periodSeconds: known(periodSeconds),
    }));
    return read.every(isPolicy) ? read : undefined;
}

function isPolicy(policy: {
    readonly type: string | undefined;
    readonly value: number | undefined;
    readonly periodSeconds: number | undefined;
}): policy is PacePolicy {
    const { type, value = 0, periodSeconds = 0 } = policy;
    return (type === "Pods" || type === "Percent") && value > 0 && periodSeconds > 0;
}
