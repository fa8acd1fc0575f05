import { integer } from "../arguments";
import { isKnown, valueAt } from "../declared";
import type { Fleet, FleetScaler, FleetScalingPolicy } from "../fleet";
import { isUnknown, known } from "../fleet";
import type { Breach, Rule } from "./rule";

const FIX =
    "allow fewer at a time in scaleUp.policies, for example {type: Percent, value: 100, periodSeconds: 60}";

/** Large pools that may grow as fast as Kubernetes lets them. */
export const scaleUpBounded: Rule = {
    id: "scale-up-bounded",
    severity: "warning",
    impact: "medium",
    tags: ["pace"],
    from: "standard",
    settings: {
        replicas: {
            shape: integer(0),
            meaning: "Most replicas that a pool may add at any pace.",
            value: 20,
        },
    },
    title: "A pool that may grow by many replicas says how many at a time.",
    why: "One wrong number of a source starts them all at once, and with them nodes, image pulls and calls to a model.",
    source: "Kubernetes 1.36 podautoscaler horizontal.go calculateScaleUpLimit; pkg/apis/autoscaling/v2/defaults.go: 4 pods or 100 % each 15 s",
    *check({ scalers }: Fleet, { settings }) {
        const most = settings.number("replicas");
        if (most === undefined) return;
        for (const scaler of scalers) {
            const ceiling = known(scaler.max);
            // Nothing grows from zero but the first replica, which KEDA starts by itself.
            const floor = Math.max(known(scaler.min) ?? 1, 1);
            if (!mayGrow(scaler) || ceiling === undefined || ceiling - floor <= most) continue;
            yield* checkScaler(scaler, floor, ceiling);
        }
    },
};

/** A ceiling that nobody chose is reported by scale-max-stated; windows grow to what they say, when they say. */
function mayGrow({ jobs, maxStated, triggers }: FleetScaler): boolean {
    const isPlanned = triggers.length > 0 && triggers.every(({ scaler }) => scaler?.type === "cron");
    return jobs === undefined && maxStated && !isPlanned;
}

/** A behavior that is not known, or that Kubernetes refuses, is reported by behavior-values. */
function* checkScaler(
    { declared, behavior: { scaleUp } }: FleetScaler,
    floor: number,
    ceiling: number,
): Generator<Breach> {
    const { policies, selectPolicy } = scaleUp;
    if (isUnknown(selectPolicy) || known(selectPolicy) === "Disabled") return;
    const place = selectPolicy.path.slice(0, -1);
    if (policies.length === 0) {
        if (!isKnown(valueAt(declared.object, [...place, "policies"]))) return;
        yield {
            declared,
            path: place,
            message: `from ${floor} to ${ceiling} replicas it grows as fast as Kubernetes lets it: each 15 s by 4, or twofold where that is more`,
            fix: FIX,
        };
        return;
    }
    const reached = policies.map((policy) => ({ policy, replicas: reachedFrom(floor, policy) }));
    const whole = reached.filter(({ replicas = 0 }) => replicas >= ceiling);
    const [first] = whole;
    // With Min the narrowest policy decides, else the widest.
    if (first === undefined || (known(selectPolicy) === "Min" && whole.length < policies.length)) return;
    yield {
        declared,
        path: [...first.policy.path, "value"],
        message: `its policy lets it grow from ${floor} to ${ceiling} replicas in one step`,
        fix: FIX,
    };
}

/** The replicas after one step; `undefined` where a part of the policy is not known, or is nothing that there is. */
function reachedFrom(replicas: number, { type, value }: FleetScalingPolicy): number | undefined {
    const [kind, amount] = [known(type), known(value)];
    if (amount === undefined) return undefined;
    if (kind === "Pods") return replicas + amount;
    return kind === "Percent" ? Math.ceil(replicas * (1 + amount / 100)) : undefined;
}
