import type { Fleet, FleetScaler } from "../fleet";
import { isUnknown, known, scalerNeeds } from "../fleet";
import { explainBounds, explainPause } from "./explain-bounds";
import { explainCeilings } from "./explain-ceilings";
import { explainJobs } from "./explain-jobs";
import { explainMetricLoss } from "./explain-metric-loss";
import { explainNeeds } from "./explain-needs";
import { explainPace } from "./explain-pace";
import { explainTrigger } from "./explain-trigger";
import { explainVertical } from "./explain-vertical";
import { explainWay } from "./explain-way";
import { explainZero } from "./explain-zero";
import { explainStatefulSet } from "./explain-stateful-set";
import type { Explanation, Sentence } from "./explanation";
import { noEffect } from "./no-effect";

/**
 * What each autoscaler of a fleet will do, in plain sentences with numbers, and what it needs of its cluster: scalers
 * first, in their order, and then the VerticalPodAutoscalers.
 */
export function explain(fleet: Fleet): Explanation[] {
    return [
        ...fleet.scalers.map((scaler) => explainScaler(scaler, fleet)),
        ...fleet.verticals.map((vertical) => explainVertical(vertical, fleet)),
    ];
}

/**
 * What one scaler will do: its bounds, what each threshold means for one replica or job, what wakes it and when it sleeps,
 * how fast it may change, and what has no effect.
 */
function explainScaler(scaler: FleetScaler, { platform, declared }: Fleet): Explanation {
    return {
        kind: scaler.declared.object.kind,
        namespace: scaler.namespace,
        name: scaler.name,
        sentences: [
            ...explainPause(scaler),
            ...explainScaling(scaler, explainTriggers(scaler)),
            ...explainCeilings(scaler, declared),
            ...explainNeeds(scalerNeeds(scaler), platform),
        ],
    };
}

function explainScaling(scaler: FleetScaler, triggers: readonly Sentence[]): Sentence[] {
    if (scaler.jobs !== undefined) return explainJobs(scaler, scaler.jobs, triggers);
    return [
        ...explainBounds(scaler),
        ...triggers,
        ...explainZero(scaler),
        ...explainPace(scaler),
        ...explainWay(scaler),
        ...explainStatefulSet(scaler),
        ...explainMetricLoss(scaler),
        ...noEffect(scaler),
    ];
}

function explainTriggers(scaler: FleetScaler): Sentence[] {
    const { triggers, modifiers, areTriggersUnknown } = scaler;
    if (areTriggersUnknown) return [{ topic: "unknown", text: "The triggers are known only after apply." }];
    // A formula replaces every metric but CPU and memory (KEDA 2.20.2 controllers/keda/hpa.go).
    const own =
        modifiers === undefined
            ? triggers
            : triggers.filter(({ scaler: type }) => type?.wakesFromZero === false);
    return [
        ...(modifiers === undefined ? [] : [explainFormula(modifiers)]),
        ...own.flatMap((trigger) => explainTrigger(scaler, trigger)),
        ...(own.length + (modifiers === undefined ? 0 : 1) > 1
            ? [{ topic: "trigger" as const, text: whoDecides(scaler) }]
            : []),
    ];
}

function whoDecides({ jobs }: FleetScaler): string {
    if (jobs === undefined) return "Where they disagree, the one that asks for most replicas wins.";
    switch (known(jobs.calculation)) {
        case "max":
            return "Of several the one with the largest number decides, whatever its target is.";
        case "min":
            return "Of several the active one with the smallest number decides, whatever its target is.";
        case "avg":
            return "Of several the average of the active ones decides.";
        case "sum":
            return "Of several the sum of the active ones decides.";
        default:
            return "Which of several decides is not known here.";
    }
}

function explainFormula({ formula, target }: NonNullable<FleetScaler["modifiers"]>): Sentence {
    const [text, divisor] = [known(formula), known(target)];
    if (text === undefined || divisor === undefined || isUnknown(formula)) {
        return { topic: "unknown", text: "A formula over the triggers decides, which is not known here." };
    }
    return {
        topic: "trigger",
        text: `The formula ${JSON.stringify(text.slice(0, 200))} makes one number of the triggers, with the target ${divisor}.`,
    };
}
