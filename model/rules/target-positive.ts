import { Quantity, parseQuantity } from "../capacity";
import { Secret, Unknown } from "../declared";
import type { Fleet, FleetScaler, FleetTrigger } from "../fleet";
import { isUnknown, known, scaledThing } from "../fleet";
import { countedUnit } from "../triggers";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** KEDA writes targets with three decimals (`quantityFromFloat64`), so anything smaller becomes 0. */
const SMALLEST = 0.0005;

/** Targets that the HPA refuses. */
export const targetPositive: Rule = {
    id: "target-positive",
    severity: "error",
    impact: "high",
    tags: ["signal"],
    title: "The target of each trigger is above 0.",
    why: "The HPA divides by it and refuses 0; the whole scaler then stops, all of its triggers. A ScaledJob starts no jobs for it.",
    source: "kedacore/keda#1064, langchain-ai/helm#505; KEDA 2.20.2 scaler.go quantityFromFloat64, cron_scaler.go; autoscaling/v2 validation",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            for (const trigger of scaler.triggers) {
                yield* trigger.scaler?.wakesFromZero === false &&
                trigger.effectiveMetricType === "AverageValue"
                    ? checkQuantity(scaler, trigger)
                    : checkNumber(scaler, trigger);
            }
        }
    },
};

function* checkNumber(
    owner: FleetScaler,
    { target, scaler, isMetadataUnknown }: FleetTrigger,
): Generator<Breach> {
    const { declared, engine, modifiers } = owner;
    // Metadata that are not known as a whole are noted by trigger-metadata.
    if (isUnknown(target) && !isMetadataUnknown) yield notChecked(declared, target.path, "the target");
    const value = known(target);
    // The API server keeps any quantity above 0.
    if (value === undefined || value >= SMALLEST || (engine === "hpa" && value > 0)) return;
    // With a formula the HPA sees the formula's target only; windows and percentages stay as they are.
    if (modifiers !== undefined && scaler?.type !== "cron" && scaler?.wakesFromZero !== false) return;
    yield {
        declared,
        path: target.path,
        message:
            value > 0
                ? `the target ${value} becomes 0: KEDA keeps three decimals`
                : `the target is ${value}, and it must be above 0`,
        fix: fixOf(scaler, scaledThing(owner)),
    };
}

function fixOf(scaler: FleetTrigger["scaler"], thing: "replica" | "job"): string {
    if (scaler === undefined) return "use an amount above 0";
    if (scaler.type === "cron") return `give the ${thing}s to keep while the window is open, 1 or more`;
    if (!scaler.wakesFromZero) return "use a percentage of the request, for example 70";
    const unit = countedUnit(scaler);
    return unit === undefined
        ? `say what number one ${thing} is meant to see`
        : `say how many ${unit} one ${thing} is for`;
}

/** The amount for each pod, of CPU and memory; one that is no quantity is refused by trigger-metadata. */
function* checkQuantity({ declared }: FleetScaler, { target, metadata }: FleetTrigger): Generator<Breach> {
    const value = metadata["value"];
    if (value instanceof Unknown || value instanceof Secret) {
        yield notChecked(declared, target.path, "the target");
        return;
    }
    const quantity = parseQuantity(value);
    if (!(quantity instanceof Quantity) || quantity.sign > 0) return;
    yield {
        declared,
        path: target.path,
        message: `the target is ${quantity.toString()}, and it must be above 0`,
        fix: "give the amount for each pod, for example 500m of CPU or 6Gi of memory",
    };
}
