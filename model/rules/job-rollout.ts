import type { Fleet } from "../fleet";
import { isUnknown, known } from "../fleet";
import { oneOfValues } from "./one-of-values";
import type { Rule } from "./rule";

const ROLLOUTS = ["gradual", "immediate"];
const PROPAGATIONS = ["background", "foreground"];

/** Changes that delete the jobs that run. */
export const jobRollout: Rule = {
    id: "job-rollout",
    severity: "warning",
    impact: "high",
    tags: ["jobs"],
    title: "A change of a ScaledJob leaves the jobs that run alone.",
    why: "KEDA's default deletes every job at each change of the spec, in the middle of its task; a restart of the operator has done it too.",
    source: "KEDA 2.20.2 scaledjob_controller.go deletePreviousVersionScaleJobs; kedacore/keda#6440, #1021, #5656; tried on a cluster",
    *check({ scalers }: Fleet) {
        for (const { declared, jobs } of scalers) {
            if (jobs === undefined) continue;
            const { rollout, formerRollout, propagation } = jobs;
            yield* oneOfValues(declared, rollout, ROLLOUTS);
            yield* oneOfValues(declared, formerRollout, ROLLOUTS);
            yield* oneOfValues(declared, propagation, PROPAGATIONS);
            if (formerRollout.value !== undefined) {
                yield {
                    declared,
                    path: formerRollout.path,
                    message:
                        "KEDA gives rolloutStrategy up, and as long as it reads it, it wins over rollout.strategy",
                    fix: "write rollout: {strategy: gradual} in its place",
                };
            }
            const decisive = formerRollout.value === undefined ? rollout : formerRollout;
            if (isUnknown(decisive) || (known(decisive) ?? "immediate") !== "immediate") continue;
            const how = decisive.value === undefined ? ", which is KEDA's default" : "";
            yield {
                declared,
                path: decisive.path,
                message: `each change of the spec deletes the jobs that run, with what they have done${how}`,
                fix: "write rollout: {strategy: gradual}",
            };
        }
    },
};
