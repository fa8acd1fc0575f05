import type { Fleet } from "../fleet";
import { known, triggerLabel } from "../fleet";
import type { Interval, Window } from "../schedule";
import { expandYear } from "../schedule";
import type { JudgedWindow } from "./judged-windows";
import { judgedWindows } from "./judged-windows";
import type { Breach, Rule } from "./rule";

/** Windows that never count, since others with as many replicas are open all the while. */
export const cronOverlap: Rule = {
    id: "cron-overlap",
    severity: "warning",
    impact: "medium",
    tags: ["schedule"],
    title: "A window is open at some time at which no other one keeps as many.",
    why: "Of windows that are open together KEDA takes the largest, also where a smaller one was meant to hold it down.",
    source: "kedacore/keda#3646, #1941, #5903; KEDA 2.20.2 pkg/scalers/cron_scaler.go, one metric a trigger, of which the HPA takes the most",
    *check(fleet: Fleet) {
        const windowsOf = new Map(judgedWindows(fleet).map((judged) => [judged.trigger, judged]));
        const years = new Map<string, readonly Interval[]>();
        const openTimes = ({ start, end, timeZone }: Window): readonly Interval[] => {
            const key = [start.text, end.text, timeZone.name].join("\0");
            const open = years.get(key) ?? expandYear({ start, end, timeZone });
            years.set(key, open);
            return open;
        };
        for (const { triggers, jobs, modifiers } of fleet.scalers) {
            // A formula makes of the windows what it likes, and so does the way in which jobs are counted.
            if (jobs !== undefined || modifiers !== undefined) continue;
            const windows = triggers.flatMap((trigger) => comparable(windowsOf.get(trigger)));
            for (const [index, window] of windows.entries()) {
                const others = windows.filter((other, at) => keepsAsMany(other, window, at < index));
                if (others.length > 0) yield* checkWindow(window, others, openTimes);
            }
        }
    },
};

/** A window with what it keeps. */
interface KeepingWindow extends Pick<JudgedWindow, "declared" | "trigger" | "window"> {
    readonly replicas: number;
}

/**
 * A window that opens and closes. What is always or never open is reported by cron-never and cron-pairing, and a number
 * that is not known noted by target-positive.
 */
function comparable(judged: JudgedWindow | undefined): readonly KeepingWindow[] {
    const replicas = judged === undefined ? undefined : known(judged.trigger.target);
    if (judged?.judgement === undefined || replicas === undefined || replicas < 1) return [];
    const { startNeverFires, endNeverFires, startIsEnd } = judged.judgement.description;
    return startNeverFires || endNeverFires || startIsEnd ? [] : [{ ...judged, replicas }];
}

/** Of two that keep the same, the first one counts. */
function keepsAsMany(other: KeepingWindow, window: KeepingWindow, isBefore: boolean): boolean {
    return other.replicas > window.replicas || (other.replicas === window.replicas && isBefore);
}

function* checkWindow(
    { declared, trigger, replicas, window }: KeepingWindow,
    others: readonly KeepingWindow[],
    openTimes: (window: Window) => readonly Interval[],
): Generator<Breach> {
    const open = openTimes(window);
    const all = others.map((other) => openTimes(other.window));
    if (open.length === 0 || !isCovered(open, all.flat())) return;
    const whole = others.find((_, index) => isCovered(open, all[index] ?? []));
    const least = Math.min(...others.map((other) => other.replicas));
    const who =
        whole === undefined
            ? `other windows keep ${least} or more`
            : `${triggerLabel(whole.trigger)} keeps ${whole.replicas}`;
    yield {
        declared,
        path: trigger.target.path,
        message: `the window keeps ${replicas}, and all the while ${who}: the largest number counts, so this window has no effect`,
        fix: "remove this window, or take its time out of the others",
    };
}

/** Whether some times lie inside others, however those meet or overlap. */
function isCovered(times: readonly Interval[], others: readonly Interval[]): boolean {
    const sorted = [...others].sort((a, b) => a.from - b.from);
    let next = 0;
    let reached = -Infinity;
    return times.every(({ from, to }) => {
        // A gap before this time is none of it.
        reached = Math.max(reached, from);
        for (; next < sorted.length && (sorted[next]?.from ?? 0) <= reached; next++) {
            reached = Math.max(reached, sorted[next]?.to ?? 0);
        }
        return reached >= to;
    });
}
