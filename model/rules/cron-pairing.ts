import type { Fleet } from "../fleet";
import type { Interval, Window, WindowDescription } from "../schedule";
import { describeWindow, formatLocalTime, formatWeekTime, readWindow } from "../schedule";
import type { JudgedWindow, WindowJudgement } from "./judged-windows";
import { judgedWindows } from "./judged-windows";
import type { Breach, Rule } from "./rule";

const SECONDS_PER_HOUR = 3600;

/** Windows that stay open or closed where nobody wants it, since a start or an end is missing. */
export const cronPairing: Rule = {
    id: "cron-pairing",
    severity: "warning",
    impact: "high",
    tags: ["schedule"],
    title: "Each start of a window is followed by its end.",
    why: "KEDA only asks which of the two comes next: after an end, the window opens again at once if the next one is an end too.",
    source: "kedacore/keda#4677, #5882; KEDA 2.20.2 pkg/scalers/cron_scaler.go",
    *check(fleet: Fleet) {
        const fixes = new Map<WindowJudgement | undefined, string>();
        for (const judged of judgedWindows(fleet)) yield* checkWindow(judged, fixes);
    },
};

function* checkWindow(
    { declared, trigger, judgement }: JudgedWindow,
    fixes: Map<WindowJudgement | undefined, string>,
): Generator<Breach> {
    const at = [...trigger.path, "metadata"];
    if (judgement === undefined) {
        yield {
            declared,
            path: at,
            severity: "note",
            message: "the windows here have millions of starts and ends a year, so this one is not followed",
            fix: "give start and end one minute and one hour each",
        };
        return;
    }
    const { description, calendar } = judgement;
    // Equal windows share one judgement, and so one fix.
    const fix = (): string => {
        const found = fixes.get(judgement) ?? pairingFix(calendar);
        fixes.set(judgement, found);
        return found;
    };
    if (description.startNeverFires || description.endNeverFires) return;
    if (description.startIsEnd) {
        yield {
            declared,
            path: [...at, "end"],
            message: `start and end always come together: KEDA takes the window for always open`,
            fix: "give the time at which the window ends",
        };
    } else if (description.repeatedEnds.first !== undefined) {
        const { longest = description.repeatedEnds.first, usualSeconds } = description;
        yield {
            declared,
            path: [...at, "end"],
            message: `starts and ends do not pair: the window stays open from ${span(judgement, longest)}${usual(longest, usualSeconds)}`,
            fix: fix(),
        };
    } else if (description.repeatedStarts.first !== undefined) {
        yield {
            declared,
            path: [...at, "start"],
            message: `starts and ends do not pair: the window starts and yet stays closed from ${span(judgement, description.repeatedStarts.first)}`,
            fix: fix(),
        };
    }
}

/** Two instants as a person would name them: days of the week, or dates where the window is tied to them. */
function span({ calendar }: WindowJudgement, { from, to }: Interval): string {
    const edges = [calendar.start, calendar.end];
    const isWeekly = edges.every(({ dayOfMonth, month }) => dayOfMonth.isStar && month.isStar);
    const zone = calendar.timeZone;
    const [first, last] = [from, to].map((instant) =>
        isWeekly ? formatWeekTime(zone, instant) : formatLocalTime(zone.localTime(instant)),
    );
    return `${first ?? ""} to ${last ?? ""}`;
}

function usual({ from, to }: Interval, usualSeconds: number): string {
    const [hours, usualHours] = [to - from, usualSeconds].map(
        (seconds) => Math.round((seconds / SECONDS_PER_HOUR) * 10) / 10,
    );
    return hours === usualHours || usualSeconds === 0 ? "" : `, ${hours ?? 0} h and not ${usualHours ?? 0} h`;
}

/** The end on the days of the start, or the start on those of the end, where that mends it. */
function pairingFix({ start, end, timeZone }: Window): string {
    const withDaysOf = (text: string, other: string): string =>
        [...fields(text).slice(0, 2), ...fields(other).slice(2)].join(" ");
    const candidates = [
        { key: "end", start: start.text, end: withDaysOf(end.text, start.text) },
        { key: "start", start: withDaysOf(start.text, end.text), end: end.text },
    ];
    const mended = candidates.find((candidate) => {
        const reading = readWindow({ ...candidate, timeZone: timeZone.name });
        return "start" in reading && isPaired(describeWindow(reading));
    });
    if (mended === undefined) return "give each start one end, on the days that belong together";
    return `give both the same days: ${mended.key} "${mended.key === "end" ? mended.end : mended.start}"`;
}

function fields(text: string): string[] {
    return text.split(/\s+/);
}

function isPaired({ repeatedEnds, repeatedStarts, startIsEnd }: WindowDescription): boolean {
    return repeatedEnds.first === undefined && repeatedStarts.first === undefined && !startIsEnd;
}
