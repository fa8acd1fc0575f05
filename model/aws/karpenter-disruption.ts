import { cronInUtc } from "../schedule";
import type { KarpenterBudgetArgs, KarpenterDisruptionArgs } from "./karpenter-args";
import { KarpenterConsolidation } from "./karpenter-choices";

/** Our choice: a queue that fills again within minutes finds its nodes. */
const CONSOLIDATE_AFTER_SECONDS = 300;

/** Karpenter's own, which is gone once a NodePool states any budget. */
const USUAL_BUDGET = { nodes: "10%" };

/** When Karpenter may take nodes away, in the form of a NodePool. */
export function karpenterDisruption({
    consolidationPolicy = KarpenterConsolidation.WhenEmptyOrUnderutilized,
    consolidateAfterSeconds = CONSOLIDATE_AFTER_SECONDS,
    budgets = [],
}: KarpenterDisruptionArgs): Record<string, unknown> {
    const isHeldAlways = budgets.some(({ window }) => window === undefined);
    return {
        consolidationPolicy,
        consolidateAfter: goDuration(consolidateAfterSeconds),
        budgets: [...budgets.map(budget), ...(isHeldAlways ? [] : [USUAL_BUDGET])],
    };
}

function budget({ nodes, reasons, window }: KarpenterBudgetArgs): Record<string, unknown> {
    return {
        nodes,
        ...(reasons === undefined ? {} : { reasons }),
        ...(window === undefined
            ? {}
            : {
                  schedule: scheduleOf(window.start, window.timeZone),
                  duration: minutes(window.durationSeconds),
              }),
    };
}

/** A start that has been checked, in UTC. */
function scheduleOf(start: string, timeZone: string): string {
    const utc = cronInUtc(start, timeZone);
    return "text" in utc ? utc.text : start;
}

/** A budget's duration has hours and minutes alone. */
function minutes(seconds: number): string {
    return seconds % 3600 === 0 ? `${seconds / 3600}h` : `${seconds / 60}m`;
}

/** Seconds as Karpenter writes a duration, in the largest unit that is whole: `720h`, `5m`, `90s`. */
export function goDuration(seconds: number): string {
    return seconds === 0 || seconds % 60 !== 0 ? `${seconds}s` : minutes(seconds);
}
