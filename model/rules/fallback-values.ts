import type { Fleet, FleetFallback, FleetScaler } from "../fleet";
import { isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import { oneOfValues } from "./one-of-values";
import type { Breach, Rule } from "./rule";

const BEHAVIORS = [
    "static",
    "currentReplicas",
    "currentReplicasIfHigher",
    "currentReplicasIfLower",
    "scalingModifiers",
];

/** Fallbacks that KEDA refuses, or that do not hold what they promise. */
export const fallbackValues: Rule = {
    id: "fallback-values",
    severity: "error",
    impact: "high",
    tags: ["signal"],
    title: "A fallback has a threshold and replicas that KEDA accepts, and a trigger that can fail.",
    why: "The fallback is looked at once, in an outage: what it holds then must be what someone meant.",
    source: "KEDA 2.20.2 CheckFallbackValid, pkg/fallback/fallback.go, scale_scaledobjects.go; ScaledObject CRD",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            if (scaler.fallback === undefined) continue;
            yield* checkForm(scaler, scaler.fallback);
            yield* checkUse(scaler, scaler.fallback);
            yield* checkReplicas(scaler, scaler.fallback);
        }
    },
};

/** What the API server and KEDA's webhook accept. */
function* checkForm({ declared, modifiers }: FleetScaler, fallback: FleetFallback): Generator<Breach> {
    for (const field of [fallback.failureThreshold, fallback.replicas]) {
        const name = String(field.path.at(-1));
        const value = known(field);
        if (isUnknown(field)) yield notChecked(declared, field.path);
        else if (value === undefined) {
            yield {
                declared,
                path: field.path,
                message: `the fallback has no ${name}`,
                fix: `give ${name}, 1 or more`,
            };
        } else if (value < 0) {
            yield { declared, path: field.path, message: `${name} is ${value}`, fix: "use 0 or more" };
        }
    }
    const { behavior } = fallback;
    yield* oneOfValues(declared, behavior, BEHAVIORS);
    if (known(behavior) === "scalingModifiers" && modifiers?.formula.value === undefined) {
        yield {
            declared,
            path: behavior.path,
            message: "the fallback is left to a formula, and there is none",
            fix: "give advanced.scalingModifiers.formula, or use another behavior",
        };
    }
}

/** Whether it can ever come into force. */
function* checkUse(scaler: FleetScaler, { path }: FleetFallback): Generator<Breach> {
    const { declared, triggers, modifiers } = scaler;
    if (modifiers !== undefined) {
        const target = known(modifiers.target);
        if (target === undefined || /^\+?0*[1-9]\d*$/.test(target)) return;
        yield {
            declared,
            path: modifiers.target.path,
            severity: "warning",
            message: `the formula's target ${JSON.stringify(target.slice(0, 40))} is not a whole number, and KEDA then never falls back`,
            fix: "scale the formula and its target up until the target is a whole number",
        };
    } else if (triggers.length > 0 && triggers.every((trigger) => trigger.scaler?.wakesFromZero === false)) {
        yield {
            declared,
            path,
            message: "there is a fallback, and only CPU and memory triggers, for which KEDA has none",
            fix: "remove the fallback, or add a trigger that is not CPU or memory",
        };
    }
}

/** Whether it holds what it promises. */
function* checkReplicas({ declared, min, max }: FleetScaler, fallback: FleetFallback): Generator<Breach> {
    const { path } = fallback.replicas;
    const [replicas, floor, ceiling] = [known(fallback.replicas), known(min), known(max)];
    const behavior = known(fallback.behavior);
    if (replicas === 0 && floor === 0) {
        yield {
            declared,
            path,
            severity: "warning",
            message: "the fallback is 0 and so is the floor: while a source is down the pool goes to sleep",
            fix: "use 1 or more, which also keeps KEDA from scaling to zero meanwhile",
        };
    } else if (replicas === 0 && behavior === "static" && floor !== undefined && floor > 0) {
        yield {
            declared,
            path,
            severity: "warning",
            message: `the fallback is 0: while a source is down the pool shrinks to its floor of ${floor}`,
            fix: "use the replicas that carry the usual load, or behavior currentReplicasIfHigher",
        };
    } else if (replicas !== undefined && ceiling !== undefined && replicas > ceiling && ceiling > 0) {
        yield {
            declared,
            path,
            severity: "warning",
            message: `the fallback asks for ${replicas}, and the ceiling cuts it to ${ceiling}`,
            fix: `use ${ceiling} or fewer, or raise the ceiling`,
        };
    }
}
