import type { FleetScaler, FleetTrigger } from "../fleet";
import { isUnknown, known } from "../fleet";
import { countedUnit } from "../triggers";
import { explainCron } from "./explain-cron";
import { explainObjectMetric } from "./explain-object-metric";
import { explainResource } from "./explain-resource";
import type { Sentence } from "./explanation";
import { metricSentence } from "./metric-sentence";
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
        default:
            return metricSentence(
                known(scaler.max),
                known(trigger.target),
                trigger.effectiveMetricType,
                trigger.scaler === undefined ? undefined : countedUnit(trigger.scaler),
            );
    }
}
