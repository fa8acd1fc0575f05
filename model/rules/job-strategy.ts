import { mostJobs } from "../capacity";
import { nearest } from "../findings";
import type { FleetJobs, FleetScaler } from "../fleet";
import { JOB_CALCULATIONS, JOB_STRATEGIES, isUnknown, jobPercentage, jobRules, known } from "../fleet";
import type { Field, Fleet } from "../fleet";
import { notChecked } from "./not-checked";
import { oneOfNames } from "./one-of-names";
import type { Breach, Rule } from "./rule";

/** Strategies that KEDA does not have, or replaces by another one. */
export const jobStrategy: Rule = {
    id: "job-strategy",
    severity: "error",
    impact: "high",
    tags: ["jobs"],
    title: "The scaling strategy is one of KEDA's, and custom has a share of the running jobs that KEDA can read.",
    why: "KEDA takes its default in place of a custom that it cannot read, without a word; before 2.20 of any name that it does not know.",
    source: "KEDA 2.20.2 scale_jobs.go NewScalingStrategy, ScaledJob CRD; a ceiling of 4 passed by custom tried on a cluster",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            if (scaler.jobs === undefined) continue;
            yield* oneOf(scaler, scaler.jobs.strategy, JOB_STRATEGIES, "strategy");
            yield* oneOf(scaler, scaler.jobs.calculation, JOB_CALCULATIONS, "way to combine triggers");
            yield* known(scaler.jobs.strategy) === "custom"
                ? checkCustom(scaler, scaler.jobs)
                : checkOthers(scaler, scaler.jobs);
        }
    },
};

function* oneOf(
    { declared }: FleetScaler,
    field: Field<string>,
    choices: readonly string[],
    what: string,
): Generator<Breach> {
    if (isUnknown(field)) yield notChecked(declared, field.path);
    const value = known(field);
    if (value === undefined || choices.includes(value)) return;
    const meant = nearest(value, choices);
    yield {
        declared,
        path: field.path,
        message: `${JSON.stringify(value.slice(0, 80))} is no ${what} of KEDA`,
        fix: meant === undefined ? `use ${oneOfNames(choices)}` : `did you mean ${meant}?`,
    };
}

function* checkCustom(scaler: FleetScaler, jobs: FleetJobs): Generator<Breach> {
    const { declared } = scaler;
    const { percentage, deduction } = jobs;
    if (isUnknown(percentage)) yield notChecked(declared, percentage.path);
    if (isUnknown(deduction)) yield notChecked(declared, deduction.path);
    const text = known(percentage);
    if (jobPercentage(jobs) === undefined && !isUnknown(percentage)) {
        yield {
            declared,
            path: percentage.path,
            message:
                text === undefined
                    ? "custom has no customScalingRunningJobPercentage, and KEDA then takes default without a word"
                    : `${JSON.stringify(text.slice(0, 40))} is not a decimal number, and KEDA then takes default without a word`,
            fix: 'write the share of the running jobs that is taken off, for example "0.5"',
        };
    }
    const rules = jobRules(scaler);
    if (rules?.strategy !== "custom") return;
    const [most, ceiling] = [mostJobs(rules), rules.extra + rules.most];
    if (most <= ceiling) return;
    yield {
        declared,
        path: percentage.path,
        severity: "warning",
        message:
            most === Infinity
                ? `custom takes none of the running jobs off: each look starts as many again, and the ceiling of ${ceiling} does not hold`
                : `custom takes only ${text ?? ""} of the running jobs off: up to ${most} run, and the ceiling is ${ceiling}`,
        fix: 'use "1", with which the ceiling holds, or accurate for a source that counts only tasks that nobody has taken',
    };
}

/** What only custom reads. */
function* checkOthers({ declared }: FleetScaler, jobs: FleetJobs): Generator<Breach> {
    const { strategy, percentage, deduction } = jobs;
    if (isUnknown(strategy)) return;
    for (const { path, value } of [percentage, deduction]) {
        if (value === undefined) continue;
        yield {
            declared,
            path,
            severity: "warning",
            message: `${String(path.at(-1))} has no effect: the strategy is ${known(strategy)?.slice(0, 80) ?? ""}`,
            fix: "remove it, or use the strategy custom",
        };
    }
}
