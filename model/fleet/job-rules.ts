import type { JobRules } from "../capacity";
import { jobBounds } from "../capacity";
import { isUnknown, known } from "./field";
import type { FleetJobs, FleetScaler } from "./fleet-scaler";

/** What KEDA knows of how jobs are counted, and of how several numbers become one. */
export const JOB_STRATEGIES: readonly JobRules["strategy"][] = ["default", "custom", "accurate", "eager"];
export const JOB_CALCULATIONS: readonly JobRules["calculation"][] = ["max", "min", "avg", "sum"];

/** A number as Go's `strconv.ParseFloat` reads it, without the forms that nobody writes. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const LONGEST_DECIMAL = 400;

/** The share of the running jobs that `custom` takes off; `undefined` where none is known, or KEDA cannot read it. */
export function jobPercentage({ percentage }: FleetJobs): number | undefined {
    const text = known(percentage) ?? "";
    return text.length <= LONGEST_DECIMAL && DECIMAL.test(text) ? Number(text) : undefined;
}

/**
 * The strategy that KEDA follows: `default` also in place of a `custom` whose share it cannot read (KEDA 2.20.2
 * `scale_jobs.go` NewScalingStrategy). `undefined` where it is not known, or none that the API server accepts.
 */
export function effectiveStrategy(jobs: FleetJobs): JobRules["strategy"] | undefined {
    const strategy = JOB_STRATEGIES.find((name) => name === known(jobs.strategy));
    if (strategy !== "custom" || jobPercentage(jobs) !== undefined) return strategy;
    return isUnknown(jobs.percentage) ? undefined : "default";
}

/** How a ScaledJob makes jobs; `undefined` where a part of it is not known, or nothing that the API server accepts. */
export function jobRules({ min, max, maxStated, jobs }: FleetScaler): JobRules | undefined {
    if (jobs === undefined) return undefined;
    const [least, most] = [known(min), known(max)];
    const strategy = effectiveStrategy(jobs);
    const calculation = JOB_CALCULATIONS.find((name) => name === known(jobs.calculation));
    const isDeductionHidden = strategy === "custom" && isUnknown(jobs.deduction);
    if (least === undefined || most === undefined || least < 0 || most < 1) return undefined;
    if (strategy === undefined || calculation === undefined || isDeductionHidden) return undefined;
    return {
        ...jobBounds(least, maxStated ? most : undefined),
        strategy,
        deduction: known(jobs.deduction) ?? 0,
        percentage: jobPercentage(jobs) ?? 0,
        calculation,
    };
}
