import type { Fleet } from "../fleet";
import { judgedWindows } from "./judged-windows";
import type { Breach, Rule } from "./rule";

/** Windows with an edge that never comes. */
export const cronNever: Rule = {
    id: "cron-never",
    severity: "error",
    impact: "high",
    tags: ["schedule"],
    title: "A window's start and end come at least once a year.",
    why: "KEDA takes a window whose start never comes for always open, and one whose end never comes for never open.",
    source: "KEDA 2.20.2 pkg/scalers/cron_scaler.go; robfig/cron v3.0.1 SpecSchedule.Next",
    *check(fleet: Fleet) {
        for (const { declared, trigger, window, judgement } of judgedWindows(fleet)) {
            if (judgement === undefined) continue;
            const { startNeverFires, endNeverFires } = judgement.description;
            const at = [...trigger.path, "metadata"];
            const breach = (key: "start" | "end", effect: string): Breach => ({
                declared,
                path: [...at, key],
                message: `the ${key} ${JSON.stringify(window[key].text)} never comes: KEDA takes the window for ${effect}`,
                fix: "name a day that the month has, or another month",
            });
            if (startNeverFires) yield breach("start", "always open");
            if (endNeverFires) yield breach("end", startNeverFires ? "always open" : "never open");
        }
    },
};
