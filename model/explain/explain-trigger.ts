import type { FleetScaler, FleetTrigger } from "../fleet";
import { isUnknown, jobRules, known, scaledThing, triggerLabel } from "../fleet";
import { countedUnit, startsJobs } from "../triggers";
import { explainCron } from "./explain-cron";
import { explainObjectMetric } from "./explain-object-metric";
import { explainResource } from "./explain-resource";
import type { Sentence } from "./explanation";
import { metricSentence } from "./metric-sentence";

/** What one trigger measures, and what its threshold means for one replica or job. */
export function explainTrigger(scaler: FleetScaler, trigger: FleetTrigger): Sentence[] {
    const label = triggerLabel(trigger);
    if (isUnknown(trigger.target)) {
        const what = isObjectMetric(scaler, trigger) ? "target" : "threshold";
        return [{ topic: "unknown", text: `${label}: the ${what} is known only after apply.` }];
    }
    const texts = sentences(scaler, trigger);
    return texts.length > 0
        ? texts.map((text) => ({ topic: "trigger", text: `${label}: ${text}` }))
        : [{ topic: "unknown", text: `${label}: what it asks for is not known here.` }];
}

/** Whether it is a metric that Kubernetes reads itself, other than CPU and memory. */
function isObjectMetric({ engine }: FleetScaler, trigger: FleetTrigger): boolean {
    return engine === "hpa" && trigger.scaler === undefined;
}

function sentences(scaler: FleetScaler, trigger: FleetTrigger): string[] {
    if (isObjectMetric(scaler, trigger)) return explainObjectMetric(scaler, trigger);
    const asked = scaledThing(scaler);
    if (trigger.scaler === undefined) return [];
    if (asked === "job" && !startsJobs(trigger.scaler)) return ["starts no jobs."];
    switch (trigger.scaler.type) {
        case "cron":
            return explainCron(trigger, asked);
        case "cpu":
        case "memory":
            return explainResource(scaler, trigger);
        default:
            return metricSentence(
                asked === "job" ? jobRules(scaler)?.most : known(scaler.max),
                known(trigger.target),
                trigger.effectiveMetricType,
                countedUnit(trigger.scaler),
                asked,
            );
    }
}
