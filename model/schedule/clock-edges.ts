import type { Edge } from "./edge-times";
import { edgesInOrder, edgesOf } from "./edge-times";
import { expandYear, type Interval, REFERENCE_YEAR } from "./expand-year";
import { formatLocalTime, formatWeekTime } from "./format-instant";
import { lostFirings } from "./lost-edges";
import type { TimeZone } from "./time-zone";
import type { Window, WindowArgs, WindowProblem } from "./window";
import { readWindow } from "./window";

/** A window at whose edges something is set: at its start to what it says, at its end back. */
export interface NamedWindow extends WindowArgs {
    readonly name: string;
}

/** What is wrong with one of the windows. */
export interface EdgeProblem {
    readonly index: number;
    /** Absent where it is the window as a whole. */
    readonly member?: WindowProblem["member"];
    readonly message: string;
    readonly fix: string;
}

/** The windows as they were read, in their order, and how close their edges come. */
export interface ClockEdges {
    readonly windows: readonly Window[];
    /** Seconds between the two edges of the year, of any window, that are closest. */
    readonly shortestGapSeconds: number;
}

interface ReadWindow {
    readonly args: NamedWindow;
    readonly index: number;
    readonly window: Window;
}

interface OpenWindow extends ReadWindow {
    /** When it is open in the year. */
    readonly times: readonly Interval[];
}

/**
 * Reads windows for a clock that sets and forgets: a CronJob, a scheduled action, a scheduler of a cloud. Such a clock
 * knows edges and no windows, and its last action holds. So starts and ends must take turns in a whole year, and no two
 * windows may be open, or act, at the same time; then what was set last is what the windows say.
 *
 * @example readClockEdges([{ name: "night", start: "0 22 * * *", end: "0 6 * * *", timeZone: "Europe/Berlin" }])
 */
export function readClockEdges(args: readonly NamedWindow[]): ClockEdges | readonly EdgeProblem[] {
    const read = args.map((window, index) => readNamed(window, index));
    const single = read.flatMap((each) => ("window" in each ? (windowProblem(each) ?? []) : each));
    if (single.length > 0) return single;
    const known = read.flatMap((each) => ("window" in each ? [each] : []));
    const open = known.map((each) => ({ ...each, times: expandYear(each.window) }));
    const collisions = open.flatMap((each) => collision(each, open.slice(0, each.index)) ?? []);
    if (collisions.length > 0) return collisions;
    const windows = known.map(({ window }) => window);
    return { windows, shortestGapSeconds: shortestGap(windows) };
}

/** The first time in the year at which both windows are open; `undefined` where they never are. */
export function firstOverlap(a: Window, b: Window): number | undefined {
    return firstShared(expandYear(a), expandYear(b), (from, to) => from < to);
}

function readNamed(args: NamedWindow, index: number): ReadWindow | readonly EdgeProblem[] {
    const window = readWindow(args);
    if ("start" in window) return { args, index, window };
    return window.map(({ member, message, fix }) => ({
        index,
        member,
        message: `is wrong: ${message}`,
        fix,
    }));
}

function windowProblem({ args, index, window }: ReadWindow): EdgeProblem | undefined {
    for (const member of ["start", "end"] as const) {
        if (!/^\s*(?:CRON_)?TZ=/.test(args[member])) continue;
        const fix = "give the zone as timeZone, and only the five fields here";
        return { index, member, message: "names a zone of its own, which only KEDA reads", fix };
    }
    if (window.timeZone.name === "Local") {
        return {
            index,
            member: "timeZone",
            message: 'is "Local", which is another zone for each clock',
            fix: 'name the zone, for example "Europe/Berlin" or "UTC"',
        };
    }
    const { starts, ends } = edgesOf(window);
    if (starts.length === 0) return never(index, "start");
    if (ends.length === 0) return never(index, "end");
    return lost(index, window, { start: starts, end: ends }) ?? misstep({ args, index, window });
}

function never(index: number, member: "start" | "end"): EdgeProblem {
    return { index, member, message: "never comes", fix: "give a date that exists in every year" };
}

/** An edge that is passed over on the day that the clock is put forward, also where it is lost together with the other. */
function lost(
    index: number,
    { start, end, timeZone }: Window,
    fired: Readonly<Record<Edge["kind"], readonly number[]>>,
): EdgeProblem | undefined {
    for (const [member, expression] of [
        ["start", start],
        ["end", end],
    ] as const) {
        const [first] = lostFirings(expression, timeZone, REFERENCE_YEAR, fired[member]);
        if (first === undefined) continue;
        return {
            index,
            member,
            message: `does not come on the day that the clock is put forward in ${timeZone.name} (${formatLocalTime(first.localTime)})`,
            fix: "move it out of that hour, or use UTC",
        };
    }
    return undefined;
}

/** A start that follows a start, an end that follows an end, or both at once. */
function misstep({ index, window }: ReadWindow): EdgeProblem | undefined {
    const edges = edgesInOrder(window);
    for (const [position, edge] of edges.entries()) {
        const before = edges[position - 1];
        if (before === undefined) continue;
        const [from, to] = [at(window.timeZone, before.at), at(window.timeZone, edge.at)];
        if (before.at === edge.at) {
            const fix = "give start and end different times of the day";
            return { index, message: `starts and ends at once, on ${to}`, fix };
        }
        if (before.kind !== edge.kind) continue;
        return {
            index,
            message: `has two ${edge.kind}s in a row, on ${from} and on ${to}: whoever acts at its edges does not see when it is open`,
            fix: `let each start have an end, on the same days${clockFix(window)}`,
        };
    }
    return undefined;
}

/** Where the clock is changed, an edge in the hour that is skipped or shown twice gets lost or comes twice. */
function clockFix({ timeZone }: Window): string {
    const changes = timeZone.changesIn(REFERENCE_YEAR);
    return changes.length === 0
        ? ""
        : ", and none between 00:00 and 04:00, where the clock of this zone is changed";
}

function collision(
    { args, index, window, times }: OpenWindow,
    others: readonly OpenWindow[],
): EdgeProblem | undefined {
    for (const other of others) {
        // Where one ends as the other starts, the two actions have no order.
        const meeting = firstShared(other.times, times, (from, to) => from <= to);
        if (meeting === undefined) continue;
        return {
            index,
            message: `${JSON.stringify(args.name)} meets ${JSON.stringify(other.args.name)} on ${at(window.timeZone, meeting)}: the action that comes last would hold for both`,
            fix: "make one window of them, or leave at least five minutes between the end of one and the start of the other",
        };
    }
    return undefined;
}

function at(zone: TimeZone, instant: number): string {
    return `${formatWeekTime(zone, instant)} (${zone.name})`;
}

function firstShared(
    a: readonly Interval[],
    b: readonly Interval[],
    isShared: (from: number, to: number) => boolean,
): number | undefined {
    let [i, j] = [0, 0];
    for (;;) {
        const [one, two] = [a[i], b[j]];
        if (one === undefined || two === undefined) return undefined;
        const from = Math.max(one.from, two.from);
        if (isShared(from, Math.min(one.to, two.to))) return from;
        if (one.to < two.to) i++;
        else j++;
    }
}

function shortestGap(windows: readonly Window[]): number {
    const times = windows
        .flatMap(edgesOf)
        .flatMap(({ starts, ends }) => [...starts, ...ends])
        .sort((a, b) => a - b);
    return times.reduce(
        (least, time, index) => (index === 0 ? least : Math.min(least, time - (times[index - 1] ?? time))),
        Infinity,
    );
}
