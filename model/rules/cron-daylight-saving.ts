import type { Fleet } from "../fleet";
import type { LostFiring } from "../schedule";
import { formatLocalTime } from "../schedule";
import type { JudgedWindow } from "./judged-windows";
import { judgedWindows } from "./judged-windows";
import type { Breach, Rule } from "./rule";

/** Windows with an edge in the hour that the clock skips once a year. */
export const cronDaylightSaving: Rule = {
    id: "cron-daylight-saving",
    severity: "warning",
    impact: "low",
    tags: ["schedule"],
    title: "A window's edges are not in the hour that the clock skips in spring.",
    why: "The edge does not come on that day: the window stays closed, or open until the next end.",
    source: "robfig/cron v3.0.1 SpecSchedule.Next, as KEDA 2.20.2 pkg/scalers/cron_scaler.go calls it",
    *check(fleet: Fleet) {
        for (const judged of judgedWindows(fleet)) {
            const { judgement } = judged;
            if (judgement === undefined) continue;
            yield* checkEdge(judged, "start", judgement.lostStarts, "open");
            yield* checkEdge(judged, "end", judgement.lostEnds, "close");
        }
    },
};

function* checkEdge(
    { declared, trigger, window }: JudgedWindow,
    key: "start" | "end",
    [lost]: readonly LostFiring[],
    verb: string,
): Generator<Breach> {
    if (lost === undefined) return;
    const zone = window[key].timeZone ?? window.timeZone;
    const [date = "", time = ""] = formatLocalTime(lost.localTime).split(" ");
    yield {
        declared,
        path: [...trigger.path, "metadata", key],
        message: `${time} does not come on the day that the clock is put forward in ${zone.name}, ${date} for example: the window does not ${verb} then`,
        fix: `move the ${key} out of that hour, or use UTC`,
    };
}
