import type { Declared } from "../declared";
import type { Fleet, FleetTrigger } from "../fleet";
import { cronWindow } from "../fleet";
import type { LostFiring, TimeZone, Window, WindowDescription, WindowProblem } from "../schedule";
import { Kept, REFERENCE_YEAR, describeWindow, readWindow } from "../schedule";

/** A window of a fleet that KEDA can read, with what it does over a year. */
export interface JudgedWindow {
    readonly declared: Declared;
    readonly trigger: FleetTrigger;
    readonly window: Window;
    /** `undefined` where the windows of the fleet have so many firings that they are not all followed. */
    readonly judgement: WindowJudgement | undefined;
}

/** What a window does: what is wrong with it every week is told apart from what is wrong with it once a year. */
export interface WindowJudgement {
    /** The window as the calendar has it, without the hours that a clock change skips or repeats. */
    readonly calendar: Window;
    readonly description: WindowDescription;
    /** Starts and ends that fall into the hour that a clock change skips. */
    readonly lostStarts: readonly LostFiring[];
    readonly lostEnds: readonly LostFiring[];
}

/** Firings in a year that are followed in all windows of a fleet together; a usual window has 730. */
const MOST_FIRINGS = 1_500_000;
const DAYS = 366;
const SECONDS_PER_HOUR = 3600;
const HOURS_PER_DAY = 24;

/** Each pool of a program is a fleet of its own, and many have the same windows. */
const kept = new Kept<WindowJudgement>();

const judged = new WeakMap<Fleet, readonly JudgedWindow[]>();

/** Every window of a fleet that KEDA can read; followed once for all rules, and once for equal windows. */
export function judgedWindows(fleet: Fleet): readonly JudgedWindow[] {
    const found = judged.get(fleet) ?? judgeAll(fleet);
    judged.set(fleet, found);
    return found;
}

function judgeAll({ scalers }: Fleet): JudgedWindow[] {
    const judgements = new Map<string, WindowJudgement | undefined>();
    let firings = 0;
    const judge = (window: Window): WindowJudgement | undefined => {
        const { start, end, timeZone } = window;
        const key = [start.text, end.text, timeZone.name].join("\0");
        if (!judgements.has(key)) {
            firings += firingsPerYear(start) + firingsPerYear(end);
            judgements.set(key, firings > MOST_FIRINGS ? undefined : kept.get(key, () => judgeOne(window)));
        }
        return judgements.get(key);
    };
    return scalers.flatMap(({ declared, triggers }) =>
        triggers.flatMap((trigger) => {
            const args = cronWindow(trigger);
            const window = args === undefined ? undefined : readWindow(args);
            if (window === undefined || !isWindow(window)) return [];
            return [{ declared, trigger, window, judgement: judge(window) }];
        }),
    );
}

function judgeOne(window: Window): WindowJudgement {
    const calendar = withoutClockChanges(window);
    const description = describeWindow(calendar);
    if (calendar === window) return { calendar, description, ...lostEdges(description) };
    const { start, end, timeZone } = window;
    const mayLose = mayBeSkipped(start, timeZone) || mayBeSkipped(end, timeZone);
    return { calendar, description, ...lostEdges(mayLose ? describeWindow(window) : description) };
}

function lostEdges({
    lostStarts,
    lostEnds,
}: WindowDescription): Pick<WindowJudgement, "lostStarts" | "lostEnds"> {
    return { lostStarts, lostEnds };
}

/** The window in UTC, where no hour is skipped or repeated; an edge with a zone of its own needs the real zones. */
function withoutClockChanges(window: Window): Window {
    const { start, end, timeZone } = window;
    if (start.timeZone !== undefined || end.timeZone !== undefined) return window;
    if (timeZone.changesIn(REFERENCE_YEAR).length === 0) return window;
    const inUtc = readWindow({ start: start.text, end: end.text, timeZone: "UTC" });
    return isWindow(inUtc) ? inUtc : window;
}

/** Whether an expression could ask for a time that the clock skips: at midnight always, as the whole day may be passed over. */
function mayBeSkipped({ hour }: Window["start"], timeZone: TimeZone): boolean {
    const forward = timeZone.changesIn(REFERENCE_YEAR).filter(({ before, after }) => after > before);
    return forward.some(({ at, before, after }) => {
        const first = Math.floor((at + before) / SECONDS_PER_HOUR);
        const last = Math.floor((at + after - 1) / SECONDS_PER_HOUR);
        const hours = Array.from({ length: last - first + 1 }, (_, index) => (first + index) % HOURS_PER_DAY);
        return hours.includes(0) || hours.some((skipped) => hour.allows[skipped] === true);
    });
}

function firingsPerYear({ minute, hour }: Window["start"]): number {
    const count = (allows: readonly boolean[]): number => allows.filter(Boolean).length;
    return count(minute.allows) * count(hour.allows) * DAYS;
}

function isWindow(reading: Window | readonly WindowProblem[]): reading is Window {
    return "start" in reading;
}
