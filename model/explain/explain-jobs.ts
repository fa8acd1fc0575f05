import type { JobRules } from "../capacity";
import { mostJobs } from "../capacity";
import { showLeaf } from "../declared";
import type { FleetJobs, FleetScaler } from "../fleet";
import { effectiveStrategy, isUnknown, jobRules, known } from "../fleet";
import { count, duration } from "./count";
import { explainJobDemand } from "./explain-job-demand";
import { explainWaking } from "./explain-zero";
import type { Sentence } from "./explanation";

/** How many jobs a ScaledJob runs, when it starts more, and what becomes of those that it has. */
export function explainJobs(scaler: FleetScaler, jobs: FleetJobs, triggers: readonly Sentence[]): Sentence[] {
    return [
        explainJobBounds(scaler, jobs),
        ...triggers,
        ...explainJobDemand(scaler, jobs),
        ...explainWaking(scaler, "Starts jobs"),
        explainEnd(jobs),
        ...explainRollout(jobs),
        ...explainHistory(jobs),
        {
            topic: "metric-loss",
            text: "While a source fails it starts no jobs for it, and those that run go on.",
        },
        ...withoutEffect(jobs),
    ];
}

function explainJobBounds(scaler: FleetScaler, jobs: FleetJobs): Sentence {
    const name = scaler.name === undefined ? "The ScaledJob" : `ScaledJob ${showLeaf(scaler.name)}`;
    const rules = jobRules(scaler);
    if (rules === undefined) {
        return { topic: "unknown", text: `${name} runs jobs, by KEDA; how many is not known here.` };
    }
    return {
        topic: "bounds",
        text: [`${name} ${bound(scaler, rules)}.`, ...shares(rules), ...pods(jobs)].join(" "),
    };
}

function bound({ max, maxStated }: FleetScaler, rules: JobRules): string {
    const most = mostJobs(rules);
    if (most === Infinity)
        return "runs jobs without any limit, by KEDA: custom takes none of the running ones off";
    const text = `runs at most ${count(most, "jobs")} at once${maxStated ? "" : " (KEDA's default)"}, by KEDA`;
    return most > rules.extra + rules.most && maxStated
        ? `${text}, although the ceiling is ${known(max) ?? 0}: custom takes only a part of the running ones off`
        : text;
}

/** Which of the jobs are there without any task. */
function shares({ extra, most }: JobRules): string[] {
    if (extra === 0) return [];
    const left = most === 0 ? "none is left for tasks" : `${most} are left for tasks`;
    return [
        `${extra} of them ${extra === 1 ? "runs" : "run"} at all times, whether or not there are tasks; ${left}.`,
    ];
}

function pods({ parallelism }: FleetJobs): string[] {
    const number = known(parallelism) ?? 1;
    return number > 1 ? [`Each runs ${number} pods at a time.`] : [];
}

/** How a job ends: nothing takes one away. */
function explainEnd({ activeDeadline, backoffLimit }: FleetJobs): Sentence {
    const seconds = known(activeDeadline);
    const retries = known(backoffLimit);
    const deadline =
        seconds === undefined
            ? "; without a deadline, so one that hangs stays"
            : `, or for ${duration(seconds)}, its retries included`;
    const again =
        retries === undefined
            ? ""
            : retries === 0
              ? " A pod that fails is not tried again."
              : ` A pod that fails is tried again up to ${count(retries, "times")}.`;
    return { topic: "ends", text: `No job is scaled in: each runs until it is done${deadline}.${again}` };
}

function explainRollout({ rollout, formerRollout }: FleetJobs): Sentence[] {
    // The field that KEDA gives up wins for as long as KEDA reads it.
    const decisive = formerRollout.value === undefined ? rollout : formerRollout;
    if (isUnknown(decisive)) return [];
    const text =
        known(decisive) === "gradual"
            ? "A change leaves the jobs that are there alone; only new ones follow it. Deleting it deletes its jobs."
            : "A change of its spec deletes all of its jobs, those that run with what they have done. So does deleting it.";
    return [{ topic: "ends", text }];
}

function explainHistory({ successfulHistory, failedHistory }: FleetJobs): Sentence[] {
    const [succeeded, failed] = [known(successfulHistory), known(failedHistory)];
    if (succeeded === undefined || failed === undefined) return [];
    const text = `Of the jobs that have ended it keeps the last ${succeeded} that succeeded and the last ${failed} that failed.`;
    return [{ topic: "ends", text }];
}

/** Which jobs count as started matters only where those that have not are taken off. */
function withoutEffect(jobs: FleetJobs): Sentence[] {
    const strategy = effectiveStrategy(jobs);
    const reads = strategy === undefined || strategy === "accurate" || strategy === "eager";
    if (jobs.pendingPodConditions.length === 0 || reads) return [];
    const text = `pendingPodConditions has no effect: ${strategy} does not ask which jobs have started.`;
    return [{ topic: "no-effect", text }];
}
