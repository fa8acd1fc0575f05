import type { MetricType } from "../triggers";
import { count, plainNumber } from "./count";

/**
 * What a number and its target ask for.
 *
 * @param unit What is counted, in the plural; absent where the number is whatever a query returns.
 * @param asked What is asked for.
 */
export function metricSentence(
    ceiling: number | undefined,
    target: number | undefined,
    metricType: MetricType | undefined,
    unit?: string,
    asked: "replica" | "job" = "replica",
): string[] {
    if (target === undefined || target <= 0) return [];
    if (metricType === "Value") {
        return [
            `replicas grow while the value is above ${plainNumber(target)} and shrink while it is below, in proportion: twice the value, twice the replicas.`,
        ];
    }
    if (metricType !== "AverageValue") return [];
    const each =
        unit === undefined
            ? `every ${plainNumber(target)} of the result`
            : target === 1
              ? `each ${count(1, unit).slice(2)}`
              : `every ${count(target, unit)}`;
    if (ceiling === undefined) return [`one ${asked} for ${each}.`];
    const full =
        unit === undefined ? `a result of ${plainNumber(target * ceiling)}` : count(target * ceiling, unit);
    const verb = unit === undefined || target * ceiling === 1 ? "asks" : "ask";
    return [`one ${asked} for ${each}; ${full} ${verb} for the ceiling of ${ceiling}.`];
}
