import type { FleetScaler, FleetTrigger } from "../fleet";
import { known } from "../fleet";
import { plainNumber } from "./count";
import { metricSentence } from "./metric-sentence";

/** What a metric of a native autoscaler asks for that is neither CPU nor memory. */
export function explainObjectMetric({ max }: FleetScaler, trigger: FleetTrigger): string[] {
    const target = known(trigger.target);
    if (known(trigger.type) !== "Pods")
        return metricSentence(known(max), target, trigger.effectiveMetricType);
    if (target === undefined || target <= 0) return [];
    return [
        `replicas grow while the average of the pods is above ${plainNumber(target)}, and shrink while it is below.`,
    ];
}
