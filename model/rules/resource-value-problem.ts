import { Quantity, parseQuantity } from "../capacity";
import type { DecodeProblem, MetricType } from "../triggers";

const LARGEST_INT32 = 2_147_483_647;

/**
 * Why KEDA cannot read the value of a CPU or memory trigger: a percentage for Utilization, a quantity for
 * AverageValue, on which KEDA panics otherwise (2.20.2 pkg/scalers/cpu_memory_scaler.go). Without a metric type
 * that is known there is nothing to say.
 */
export function resourceValueProblem(
    key: string,
    text: string,
    metricType: MetricType | undefined,
): DecodeProblem | undefined {
    if (key !== "value") return undefined;
    if (metricType === "Utilization") {
        if (/^[+-]?\d{1,20}$/.test(text) && Math.abs(Number(text)) <= LARGEST_INT32) return undefined;
        return {
            problem: `${JSON.stringify(text.slice(0, 40))} is not a whole percentage`,
            fix: 'write digits only, for example "70"; for an amount use metricType: AverageValue',
        };
    }
    if (metricType !== "AverageValue") return undefined;
    const quantity = parseQuantity(text);
    return quantity instanceof Quantity ? undefined : { problem: quantity.message, fix: quantity.fix };
}
