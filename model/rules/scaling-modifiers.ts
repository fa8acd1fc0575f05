import type { Declared } from "../declared";
import { valueAt } from "../declared";
import type { Field, Fleet, FleetModifiers, FleetScaler } from "../fleet";
import { isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** KEDA cuts the target off after three decimals (2.20.2 controllers/keda/hpa.go), so anything smaller becomes 0. */
const SMALLEST = 0.001;
const LONGEST_SHOWN = 40;

/** Scaling modifiers that KEDA refuses, or cannot read once it needs them. */
export const scalingModifiers: Rule = {
    id: "scaling-modifiers",
    severity: "error",
    impact: "high",
    tags: ["signal"],
    title: "Triggers that are combined have a formula, a target above 0, and numbers that KEDA can read.",
    why: "KEDA's webhook refuses most of it where it runs; an activation target it cannot read lets the pool sleep for ever.",
    source: "KEDA 2.20.2 ValidateAndCompileScalingModifiers, pkg/scaling/scale_handler.go getScaledObjectState",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            const { declared, modifiers } = scaler;
            if (modifiers === undefined) continue;
            for (const field of [modifiers.formula, modifiers.target, modifiers.activationTarget]) {
                if (isUnknown(field)) yield notChecked(declared, field.path);
            }
            yield* checkPresence(scaler, modifiers);
            yield* checkTarget(scaler, modifiers);
            yield* checkMetricType(scaler, modifiers);
            yield* checkActivation(scaler, modifiers);
        }
    },
};

function* checkPresence({ declared }: FleetScaler, { formula, target }: FleetModifiers): Generator<Breach> {
    if (isAbsent(declared, formula)) {
        yield {
            declared,
            path: formula.path,
            message: "the triggers are to be combined, and there is no formula",
            fix: "give the formula, or remove scalingModifiers",
        };
    } else if (isAbsent(declared, target)) {
        yield {
            declared,
            path: target.path,
            message: "the formula has no target",
            fix: "say what result one replica is for",
        };
    }
}

/** What has the wrong type is there, and a finding of its own. */
function isAbsent(declared: Declared, { path }: Field<string>): boolean {
    return (valueAt(declared.object, path) ?? "") === "";
}

function* checkTarget({ declared }: FleetScaler, { target }: FleetModifiers): Generator<Breach> {
    const text = known(target);
    if (text === undefined) return;
    const value = goNumber(text);
    if (value !== undefined && value >= SMALLEST) return;
    yield {
        declared,
        path: target.path,
        message: targetProblem(text, value),
        fix: 'say what result one replica is for, for example "5"',
    };
}

function targetProblem(text: string, value: number | undefined): string {
    if (value === undefined)
        return `the formula's target ${JSON.stringify(text.slice(0, LONGEST_SHOWN))} is not a number`;
    return value > 0
        ? `the formula's target ${text} becomes 0: KEDA keeps three decimals`
        : `the formula's target is ${value}, and it must be above 0`;
}

function* checkMetricType({ declared }: FleetScaler, { metricType }: FleetModifiers): Generator<Breach> {
    if (isUnknown(metricType)) yield notChecked(declared, metricType.path);
    const given = known(metricType);
    if (given === undefined || given === "AverageValue" || given === "Value") return;
    yield {
        declared,
        path: metricType.path,
        message: `the formula's result cannot have metricType ${JSON.stringify(given.slice(0, LONGEST_SHOWN))}`,
        fix: "use AverageValue (a total that replicas share) or Value (a number that each of them sees)",
    };
}

function* checkActivation(
    { declared, min, idle }: FleetScaler,
    { activationTarget }: FleetModifiers,
): Generator<Breach> {
    const text = known(activationTarget);
    if (text === undefined || goNumber(text) !== undefined) return;
    const sleeps = known(min) === 0 || known(idle) === 0;
    yield {
        declared,
        path: activationTarget.path,
        // Above zero the HPA alone decides, and KEDA only logs the error.
        ...(sleeps ? {} : { severity: "warning" as const }),
        message: `activationTarget ${JSON.stringify(text.slice(0, LONGEST_SHOWN))} is not a number${sleeps ? ": KEDA reports Ready, and the pool never wakes" : ""}`,
        fix: 'write a number, for example "0"',
    };
}

/** A finite number as Go's ParseFloat reads it; of its spellings only the hexadecimal one is left out, which nobody writes. */
function goNumber(text: string): number | undefined {
    if (!/^[+-]?(\d[\d_]*\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
    const value = Number(text.replaceAll("_", ""));
    return Number.isFinite(value) ? value : undefined;
}
