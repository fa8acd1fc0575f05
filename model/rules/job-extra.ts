import { jobBounds } from "../capacity";
import type { Fleet } from "../fleet";
import { known } from "../fleet";
import type { Rule } from "./rule";

/** Floors that are none. */
export const jobExtra: Rule = {
    id: "job-extra",
    severity: "warning",
    impact: "low",
    tags: ["jobs"],
    title: "A ScaledJob keeps more jobs for tasks than it runs without any.",
    why: "KEDA runs minReplicaCount jobs in addition to those that the triggers ask for, and takes them off the ceiling: it is no floor.",
    source: "KEDA 2.20.2 scaledjob_types.go MaxReplicaCount, scale_jobs.go getScalingDecision; kedacore/keda#6148",
    *check({ scalers }: Fleet) {
        for (const { declared, jobs, min, max, maxStated } of scalers) {
            const [extra, ceiling] = [known(min), known(max)];
            // A floor above the ceiling is refused by scale-bounds.
            if (jobs === undefined || extra === undefined || ceiling === undefined || extra > ceiling)
                continue;
            const { most } = jobBounds(extra, maxStated ? ceiling : undefined);
            if (extra < 1 || most >= extra) continue;
            yield {
                declared,
                path: min.path,
                message:
                    most < 1
                        ? `all of the ${ceiling} jobs run at all times, and none is left for tasks: the triggers start nothing`
                        : `${extra} of at most ${ceiling} jobs run at all times, whether or not there are tasks, and ${most} are left for tasks`,
                fix: "use 0, or only as many as are to wait for tasks, or raise the ceiling",
            };
        }
    },
};
