import type { Fleet, FleetTrigger } from "../fleet";
import { known } from "../fleet";
import { startsJobs } from "../triggers";
import type { Rule } from "./rule";

/** Triggers of which the wrong one decides. */
export const jobCombination: Rule = {
    id: "job-combination",
    severity: "warning",
    impact: "medium",
    tags: ["jobs"],
    title: "Where the largest or smallest number of several triggers decides, they have one target.",
    why: "KEDA compares the numbers and not the jobs that they ask for: a hundred small tasks that need one job hide ten that need ten.",
    source: "KEDA 2.20.2 pkg/scaling/scaledjob/metrics.go IsScaledJobActive; tried on a cluster",
    *check({ scalers }: Fleet) {
        for (const { declared, jobs, triggers } of scalers) {
            const calculation = jobs === undefined ? undefined : known(jobs.calculation);
            if (jobs === undefined || (calculation !== "max" && calculation !== "min")) continue;
            const targets = new Set(triggers.flatMap((trigger) => divisor(trigger) ?? []));
            if (targets.size < 2) continue;
            const which = calculation === "max" ? "largest" : "smallest";
            yield {
                declared,
                path: jobs.calculation.path,
                message: `${calculation} takes the trigger with the ${which} number, and the numbers are divided by ${[...targets].join(" and ")}: it need not be the one that asks for ${calculation === "max" ? "most" : "fewest"} jobs`,
                fix: "use sum where each trigger counts tasks of its own, or give all of them one target",
            };
        }
    },
};

/** What KEDA divides a trigger's number by; a window's number is that of its jobs. */
function divisor({ scaler, target }: FleetTrigger): number | undefined {
    if (scaler === undefined || !startsJobs(scaler)) return undefined;
    return scaler.type === "cron" ? 1 : known(target);
}
