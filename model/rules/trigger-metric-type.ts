import type { Fleet } from "../fleet";
import { known } from "../fleet";
import type { Rule } from "./rule";

/** Metric types that the scaler cannot have. */
export const triggerMetricType: Rule = {
    id: "trigger-metric-type",
    severity: "error",
    title: "Each trigger has a metric type that its scaler accepts; CPU and memory name one.",
    why: "KEDA refuses the trigger when it builds the scaler, long after the API server has accepted it.",
    source: "KEDA 2.20.2 pkg/scalers/scaler.go GetMetricTargetType; kedacore/keda#6786, keda-docs#1580",
    *check({ scalers }: Fleet) {
        for (const { declared, engine, triggers } of scalers) {
            if (engine !== "keda") continue;
            for (const { path, scaler, metricType } of triggers) {
                if (scaler === undefined) continue;
                const given = known(metricType);
                const accepted: readonly string[] = scaler.metricTypes;
                if (
                    given === undefined &&
                    metricType.value === undefined &&
                    scaler.defaultMetricType === undefined
                ) {
                    yield {
                        declared,
                        path,
                        message: `${scaler.type} has no metricType, and KEDA assumes none`,
                        fix: "write metricType: Utilization (percent of the request) or AverageValue (a quantity)",
                    };
                } else if (given !== undefined && !accepted.includes(given)) {
                    yield {
                        declared,
                        path: metricType.path,
                        message: `${scaler.type} cannot have metricType ${given}`,
                        fix: `use ${accepted.join(" or ")}`,
                    };
                }
            }
        }
    },
};
