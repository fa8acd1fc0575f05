import type { Fleet, FleetTrigger } from "../fleet";
import { isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";

/** Metric types that the scaler cannot have. */
export const triggerMetricType: Rule = {
    id: "trigger-metric-type",
    severity: "error",
    impact: "high",
    tags: ["signal"],
    title: "Each trigger has a metric type that its scaler accepts; CPU and memory name one.",
    why: "KEDA refuses the trigger when it builds the scaler, long after the API server has accepted it.",
    source: "KEDA 2.20.2 pkg/scalers/scaler.go GetMetricTargetType; kedacore/keda#6786, keda-docs#1580",
    *check({ scalers }: Fleet) {
        for (const { declared, engine, triggers } of scalers) {
            if (engine !== "keda") continue;
            for (const trigger of triggers) {
                const { path, type, scaler, metricType } = trigger;
                if (isUnknown(metricType)) yield notChecked(declared, metricType.path);
                const given = known(metricType);
                const accepted = acceptedTypes(trigger);
                if (scaler?.fixedMetricType === true) continue;
                if (scaler?.defaultMetricType === undefined && scaler && metricType.value === undefined) {
                    yield {
                        declared,
                        path,
                        message: `${scaler.type} has no metricType, and KEDA assumes none`,
                        fix: "write metricType: Utilization (percent of the request) or AverageValue (a quantity)",
                    };
                } else if (given !== undefined && accepted?.includes(given) === false) {
                    yield {
                        declared,
                        path: metricType.path,
                        message: `${known(type) ?? "the trigger"} cannot have metricType ${JSON.stringify(given.slice(0, 80))}`,
                        fix: `use ${accepted.join(" or ")}`,
                    };
                }
            }
        }
    },
};

/** What KEDA and the HPA accept; only CPU and memory have percentages. */
function acceptedTypes({ scaler, type }: FleetTrigger): readonly string[] | undefined {
    if (scaler !== undefined) return scaler.metricTypes;
    const name = known(type);
    return name === undefined ? undefined : ["AverageValue", "Value"];
}
