import type { Fleet, FleetScaler } from "../fleet";
import { goesToZero, isUnknown, known } from "../fleet";
import { countsTaken } from "../triggers";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";
import { stopTimes } from "./stop-times";

/** Pools that go to zero while their agents still work. */
export const cooldownCoversTask: Rule = {
    id: "cooldown-covers-task",
    severity: "warning",
    impact: "high",
    tags: ["pace", "disruption"],
    title: "A pool that goes to zero waits for its longest task, counts it, or lets it finish.",
    why: "KEDA goes from any size to zero in one step, past the rules for scaling down, once the queue has been empty for so long.",
    source: "kedacore/keda#7770, #7204, #2900; KEDA 2.20.2 pkg/scaling/executor/scale_scaledobjects.go",
    *check({ scalers }: Fleet) {
        for (const scaler of scalers) {
            const { declared, intent, cooldown, areTriggersUnknown } = scaler;
            const { p99Seconds: longest, interruptible } = intent?.task ?? {};
            if (longest === undefined || interruptible === true) continue;
            if (!goesToZero(scaler) || areTriggersUnknown || letsFinish(scaler) || countsTasks(scaler))
                continue;
            if (isUnknown(cooldown)) yield notChecked(declared, cooldown.path);
            const seconds = known(cooldown);
            if (seconds === undefined || seconds >= longest) continue;
            yield {
                declared,
                path: cooldown.path,
                message: `the pool goes to zero ${seconds} s after the last task was taken, and the longest tasks take ${longest} s`,
                fix: `use a cooldownPeriod of ${Math.ceil(longest)} or more, or a trigger that counts tasks until they are done`,
            };
        }
    },
};

/** Whether a pod that is told to stop may finish its task; a grace period that is not known is noted by grace-covers-task. */
function letsFinish({ workload, intent }: FleetScaler): boolean {
    if (workload === undefined) return false;
    const { grace, needed } = stopTimes(workload, intent);
    return typeof grace !== "number" || (needed !== undefined && grace >= needed);
}

/** Whether a task keeps the pool awake until it is done; one trigger that is active is enough. A window ends all the same. */
function countsTasks({ triggers }: FleetScaler): boolean {
    return triggers.some(
        ({ scaler, metadata }) =>
            scaler !== undefined && scaler.type !== "cron" && countsTaken(scaler, metadata) === true,
    );
}
