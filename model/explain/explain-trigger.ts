import type { FleetScaler, FleetTrigger } from "../fleet";
import { isUnknown, known } from "../fleet";
import type { MetricType } from "../triggers";
import { count, plainNumber } from "./count";
import { explainCron } from "./explain-cron";
import { explainObjectMetric } from "./explain-object-metric";
import { explainResource } from "./explain-resource";
import type { Sentence } from "./explanation";
import { triggerLabel } from "./trigger-label";

/** What one trigger measures, and what its threshold means for one replica. */
export function explainTrigger(scaler: FleetScaler, trigger: FleetTrigger): Sentence[] {
    if (scaler.engine === "hpa" && trigger.scaler === undefined) return explainObjectMetric(scaler, trigger);
    const label = triggerLabel(trigger);
    if (isUnknown(trigger.target)) {
        return [{ topic: "unknown", text: `${label}: the threshold is known only after apply.` }];
    }
    const texts = sentences(scaler, trigger);
    return texts.length > 0
        ? texts.map((text) => ({ topic: "trigger", text: `${label}: ${text}` }))
        : [{ topic: "unknown", text: `${label}: what it asks for is not known here.` }];
}

function sentences(scaler: FleetScaler, trigger: FleetTrigger): string[] {
    switch (trigger.scaler?.type) {
        case undefined:
            return [];
        case "cron":
            return explainCron(trigger);
        case "cpu":
        case "memory":
            return explainResource(scaler, trigger);
        case "prometheus":
            return metricSentence(known(scaler.max), known(trigger.target), trigger.effectiveMetricType);
        default:
            return metricSentence(
                known(scaler.max),
                known(trigger.target),
                trigger.effectiveMetricType,
                trigger.scaler?.unit,
            );
    }
}

/**
 * What a number and its target ask for.
 *
 * @param unit What is counted, in the plural; absent where the number is whatever a query returns.
 */
export function metricSentence(
    ceiling: number | undefined,
    target: number | undefined,
    metricType: MetricType | undefined,
    unit?: string,
): string[] {
    if (target === undefined || target <= 0) return [];
    if (metricType === "Value") {
        return [
            `replicas grow while the value is above ${plainNumber(target)} and shrink while it is below, in proportion: twice the value, twice the replicas.`,
        ];
    }
    if (metricType !== "AverageValue") return [];
    const each = unit === undefined ? `${plainNumber(target)} of the result` : count(target, unit);
    if (ceiling === undefined) return [`one replica for every ${each}.`];
    const full =
        unit === undefined ? `a result of ${plainNumber(target * ceiling)}` : count(target * ceiling, unit);
    const verb = unit === undefined || target * ceiling === 1 ? "asks" : "ask";
    return [`one replica for every ${each}; ${full} ${verb} for the ceiling of ${ceiling}.`];
}
