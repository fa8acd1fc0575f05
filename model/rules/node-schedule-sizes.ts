import type { Fleet } from "../fleet";
import type { Rule } from "./rule";

/** Scheduled actions that set a size to zero because nobody gave one. */
export const nodeScheduleSizes: Rule = {
    id: "node-schedule-sizes",
    severity: "warning",
    impact: "critical",
    tags: ["capacity", "schedule"],
    title: "A scheduled action of an Auto Scaling group gives all three sizes.",
    why: "A size that is left out is sent as 0: the action that was to open the day takes all nodes away.",
    source: "pulumi-aws aws.autoscaling.Schedule: sizes default to 0, and -1 leaves one alone",
    *check({ nodeSchedules }: Fleet) {
        for (const { declared, sizes } of nodeSchedules) {
            for (const { path, value } of sizes) {
                if (value !== undefined) continue;
                const name = path.join(".");
                yield {
                    declared,
                    path,
                    message: `${name} is not given, so the action sets it to 0`,
                    fix: `give ${name}, or -1 to leave it as it is`,
                    edit: { path, value: -1 },
                };
            }
        }
    },
};
