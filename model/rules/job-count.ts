import type { Fleet, FleetJobs, FleetScaler, FleetTrigger } from "../fleet";
import { effectiveStrategy, triggerLabel } from "../fleet";
import { countsOnlyTaken, countsTaken, startsJobs } from "../triggers";
import type { Breach, Rule } from "./rule";

/** Strategies that do not fit what the triggers count. */
export const jobCount: Rule = {
    id: "job-count",
    severity: "warning",
    impact: "high",
    tags: ["jobs"],
    title: "The strategy fits what the triggers count: accurate leaves running jobs in, default takes them off.",
    why: "A task that somebody works on and that still counts gets another job at each look; one that no longer counts hides a task that waits.",
    source: "KEDA 2.20.2 scale_jobs.go GetEffectiveMaxScale; kedacore/keda#1227, #1222; a window with accurate tried on a cluster",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) if (scaler.jobs !== undefined) yield* checkScaler(scaler, scaler.jobs);
    },
};

function* checkScaler({ declared, triggers }: FleetScaler, jobs: FleetJobs): Generator<Breach> {
    const readings = triggers.flatMap((trigger) => readingOf(trigger) ?? []);
    const strategy = effectiveStrategy(jobs);
    const { path } = jobs.strategy;
    for (const { trigger, isOnlyTaken } of readings) {
        if (!isOnlyTaken) continue;
        yield {
            declared,
            path: [...trigger.path, "metadata"],
            message: `${triggerLabel(trigger)} counts only what somebody works on already: a new task starts no job`,
            fix: "give lagCount (Redis 7), which counts what nobody has read yet",
        };
    }
    if (strategy === "accurate" || strategy === "eager") {
        for (const { trigger, counts, leaveOut } of readings) {
            if (counts !== true) continue;
            yield {
                declared,
                path,
                message: `the number of ${triggerLabel(trigger)} does not fall when a job takes a task, and ${strategy} starts as many again at each look, up to the ceiling`,
                fix:
                    leaveOut === "" ? "use the strategy default" : `${leaveOut}, or use the strategy default`,
            };
        }
    }
    // Beside a number that counts them, or may, taking the running jobs off is right, or at least costs nothing.
    const first = readings.find(({ counts }) => counts === false);
    if (strategy !== "default" || first === undefined) return;
    if (readings.length < triggers.length || readings.some(({ counts }) => counts !== false)) return;
    yield {
        declared,
        path,
        message: `the number of ${triggerLabel(first.trigger)} falls when a job takes a task, and default takes that job off once more: with 2 jobs running, 2 tasks that wait start none`,
        fix: "use the strategy accurate, with pendingPodConditions: [Ready]",
    };
}

interface Reading {
    readonly trigger: FleetTrigger;
    readonly counts: boolean | undefined;
    readonly isOnlyTaken: boolean;
    /** What makes the number leave out what somebody works on, as an instruction; empty where nothing does. */
    readonly leaveOut: string;
}

/** What a trigger counts; `undefined` where it starts no jobs, or where nothing of it is known. */
function readingOf(trigger: FleetTrigger): Reading | undefined {
    const { scaler, metadata, isMetadataUnknown } = trigger;
    if (scaler === undefined || isMetadataUnknown || !startsJobs(scaler)) return undefined;
    const leaveOut = Object.entries(scaler.leavingOutTaken ?? {}).map(
        ([member, value]) => `set ${scaler.fields[member]?.key ?? member} to "${String(value)}"`,
    );
    return {
        trigger,
        counts: countsTaken(scaler, metadata),
        isOnlyTaken: countsOnlyTaken(scaler, metadata),
        leaveOut: leaveOut.join(" and "),
    };
}
