import type { FleetScaler, FleetTrigger } from "../fleet";
import { isUnknown, known, triggerLabel } from "../fleet";
import { plainNumber } from "./count";
import type { Sentence } from "./explanation";
import { metricSentence } from "./metric-sentence";

/** What a metric of a native autoscaler asks for that is neither CPU nor memory. */
export function explainObjectMetric({ max }: FleetScaler, trigger: FleetTrigger): Sentence[] {
    const label = triggerLabel(trigger);
    if (isUnknown(trigger.target)) {
        return [{ topic: "unknown", text: `${label}: the target is known only after apply.` }];
    }
    const texts = sentences(known(max), trigger);
    return texts.length > 0
        ? texts.map((text) => ({ topic: "trigger", text: `${label}: ${text}` }))
        : [{ topic: "unknown", text: `${label}: what it asks for is not known here.` }];
}

function sentences(ceiling: number | undefined, trigger: FleetTrigger): string[] {
    const target = known(trigger.target);
    if (known(trigger.type) !== "Pods") return metricSentence(ceiling, target, trigger.effectiveMetricType);
    if (target === undefined || target <= 0) return [];
    return [
        `replicas grow while the average of the pods is above ${plainNumber(target)}, and shrink while it is below.`,
    ];
}
