import type { JobRules } from "../capacity";
import { jobDemand, jobsMade } from "../capacity";
import type { FleetJobs, FleetScaler } from "../fleet";
import { jobRules, known } from "../fleet";
import { countedUnit } from "../triggers";
import { count, plainNumber } from "./count";
import type { Sentence } from "./explanation";
import { jobReading } from "./job-demand-at";

/** What the example counts. */
const WAITING = 23;
/** Jobs that run in the example, beside those that always do. */
const RUNNING = 2;

/** What is taken off at each look. */
const TAKEN_OFF: Readonly<Record<JobRules["strategy"], (rules: JobRules) => string>> = {
    default: () => "the jobs that run are taken off what is asked for",
    accurate: () =>
        "the jobs that have not started yet are taken off what is asked for, and those that run are not",
    eager: () =>
        "as many start as are asked for, up to the ceiling less the jobs that run and, once more, those that have not started",
    custom: ({ deduction, percentage }) =>
        `${deduction === 0 ? "" : `${plainNumber(deduction)} and `}${plainNumber(percentage * 100)} % of the jobs that run are taken off what is asked for`,
};

/** How many jobs start for a number, by the strategy, with an example. */
export function explainJobDemand(scaler: FleetScaler, jobs: FleetJobs): Sentence[] {
    const rules = jobRules(scaler);
    if (rules === undefined) return [];
    const example = exampleOf(scaler, rules);
    const text = `At each look ${TAKEN_OFF[rules.strategy](rules)}${example}.`;
    const starts = rules.strategy === "accurate" ? explainStart(jobs) : [];
    return [{ topic: "strategy", text }, ...starts];
}

function exampleOf(scaler: FleetScaler, rules: JobRules): string {
    for (const trigger of scaler.triggers) {
        const reading = jobReading(trigger, WAITING);
        // A window is no number of tasks.
        if (trigger.scaler === undefined || trigger.scaler.type === "cron" || reading === undefined) continue;
        const unit = countedUnit(trigger.scaler);
        const waiting = unit === undefined ? `a result of ${WAITING}` : count(WAITING, unit);
        const running = rules.extra + RUNNING;
        const made = jobsMade(jobDemand([reading], rules), rules, running, 0);
        const starts = made === 0 ? "none starts" : `${made} more ${made === 1 ? "starts" : "start"}`;
        return `: with ${waiting} and ${count(running, "running jobs")}, ${starts}`;
    }
    return "";
}

/** When a job counts as started; from then on, until it has taken its task, each look starts one more for that. */
function explainStart({ pendingPodConditions, arePendingPodConditionsUnknown }: FleetJobs): Sentence[] {
    if (arePendingPodConditionsUnknown) return [];
    const conditions = pendingPodConditions.flatMap((condition) => known(condition) ?? []);
    const since =
        conditions.length === 0 ? "a container of its pod runs" : `its pod is ${conditions.join(" and ")}`;
    const text = `A job counts as started once ${since}; from then until it has taken its task, each look starts another one for it.`;
    return [{ topic: "strategy", text }];
}
