import type { Fleet, FleetScaler } from "../fleet";
import { jobRules, known } from "../fleet";
import type { Rule } from "./rule";

/** Windows whose number changes nothing or is cut. */
export const cronFloor: Rule = {
    id: "cron-floor",
    severity: "warning",
    impact: "medium",
    tags: ["schedule"],
    title: "A window's replicas are above the floor and not above the ceiling.",
    why: "A cron trigger only raises the floor: it never lowers anything, and the ceiling cuts it.",
    source: "kedacore/keda#6564, #3609, #1757",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            const { declared, triggers, modifiers } = scaler;
            // A formula makes of the window's number what it likes.
            if (modifiers !== undefined) continue;
            // Bounds and numbers that are not known yet are noted by scale-bounds and target-positive.
            const { floor, ceiling } = boundsOf(scaler);
            for (const { scaler, target } of triggers) {
                const replicas = known(target);
                if (scaler?.type !== "cron" || replicas === undefined) continue;
                if (floor !== undefined && replicas > 0 && replicas <= floor) {
                    yield {
                        declared,
                        path: target.path,
                        message: `the window keeps ${replicas}, and the floor keeps ${floor} already: it has no effect`,
                        fix: `use more than ${floor}, or lower the floor to what the pool needs outside the window`,
                    };
                }
                if (ceiling !== undefined && replicas > ceiling) {
                    yield {
                        declared,
                        path: target.path,
                        message: `the window asks for ${replicas}, and the ceiling cuts it to ${ceiling}`,
                        fix: `use ${ceiling} or fewer, or raise the ceiling`,
                    };
                }
            }
        }
    },
};

/** Extra jobs are no floor: a window asks for its number beside them, below what they leave of the ceiling. */
function boundsOf(scaler: FleetScaler): { floor: number | undefined; ceiling: number | undefined } {
    return scaler.jobs === undefined
        ? { floor: known(scaler.min), ceiling: known(scaler.max) }
        : { floor: undefined, ceiling: jobRules(scaler)?.most };
}
