import type { Field, Fleet, FleetScaler, FleetTrigger } from "../fleet";
import { goesToZero, isUnknown, known, scaledThing } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** Activation thresholds that leave work lying while the pool sleeps. */
export const activationBelowTarget: Rule = {
    id: "activation-below-target",
    severity: "warning",
    impact: "medium",
    tags: ["signal"],
    title: "A pool that sleeps wakes before the work for a whole replica waits.",
    why: "What is not above the activation threshold waits for ever: nobody comes for the last few tasks of the day.",
    source: "langchain-ai/helm langgraph-cloud: activation equal to the target; KEDA 2.20.2: active is above the activation",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            if (!goesToZero(scaler) && !jobsWaitForTasks(scaler)) continue;
            const { modifiers } = scaler;
            if (modifiers === undefined) {
                for (const trigger of scaler.triggers) yield* checkTrigger(scaler, trigger);
            } else {
                const [activation, target] = [modifiers.activationTarget, modifiers.target].map(numberIn);
                yield* compare(scaler, modifiers.activationTarget.path, activation, target);
            }
        }
    },
};

/** Whether jobs start for tasks alone; with jobs at their minimum KEDA looks at the triggers of an inactive pool too. */
function jobsWaitForTasks({ jobs, min }: FleetScaler): boolean {
    return jobs !== undefined && known(min) === 0;
}

function* checkTrigger(
    scaler: FleetScaler,
    { activation, target, isMetadataUnknown }: FleetTrigger,
): Generator<Breach> {
    // Metadata that are not known as a whole are noted by trigger-metadata.
    if (isUnknown(activation) && !isMetadataUnknown) {
        yield notChecked(scaler.declared, activation.path, "the activation threshold");
    }
    yield* compare(scaler, activation.path, known(activation), known(target));
}

function* compare(
    scaler: FleetScaler,
    path: Field<unknown>["path"],
    activation: number | undefined,
    target: number | undefined,
): Generator<Breach> {
    if (activation === undefined || target === undefined || target <= 0 || activation < target) return;
    const wakes = scaler.jobs === undefined ? "the pool wakes" : "jobs start";
    yield {
        declared: scaler.declared,
        path,
        message: `${wakes} above ${activation}, and ${target} is the work of a whole ${scaledThing(scaler)}: up to ${activation} wait for ever`,
        fix: `use less than ${target}, 0 to wake for the first`,
    };
}

/** A number that is no number is refused by scaling-modifiers. */
function numberIn(field: Field<string>): number | undefined {
    const text = known(field);
    const value = text === undefined ? NaN : Number(text);
    return Number.isFinite(value) ? value : undefined;
}
