import type { NamedWindow } from "../schedule";
import { readClockEdges } from "../schedule";
import type { ScheduleArgs } from "./schedule-args";
import type { ScheduleBound } from "./schedule-problems";

/** ScheduleBounds by name. */
export type ScheduleBounds = Readonly<Partial<Record<ScheduleBound, number>>>;

/** A window and the bounds that are set at its start. */
export interface ClockWindow extends NamedWindow {
    readonly inside: ScheduleBounds;
    /** The bounds that are set at its end: those of `inside`, with what holds outside. */
    readonly outside: ScheduleBounds;
    /** The argument that it comes from, `schedules[0]`. */
    readonly argument: string;
}

/** One edge of a window: what is set, and when. */
export interface ClockEdge {
    /** What the edge is called, also in names of objects: `night-opens`. */
    readonly name: string;
    readonly cron: string;
    readonly timeZone: string;
    readonly bounds: ScheduleBounds;
    /** The argument that it comes from, `schedules[0]`, and its member. */
    readonly argument: string;
    readonly member: "start" | "end";
}

/** The edges of windows, and how long after one it may still be acted on. */
export interface RenderedSchedule {
    readonly edges: readonly ClockEdge[];
    readonly deadlineSeconds: number;
}

/**
 * Windows of the argument `schedules`, each with those bounds that it changes.
 *
 * @param outside What holds where no window is open.
 * @param bounds The bounds that can be set.
 */
export function clockWindows(
    schedules: readonly ScheduleArgs[],
    outside: ScheduleBounds,
    bounds: readonly ScheduleBound[],
): ClockWindow[] {
    return schedules.map((schedule, index) => {
        const changed = bounds.filter((bound) => schedule[bound] !== undefined);
        const pick = (from: ScheduleBounds): ScheduleBounds =>
            Object.fromEntries(changed.map((bound) => [bound, from[bound]]));
        const { name, start, end, timeZone } = schedule;
        return {
            name,
            start,
            end,
            timeZone,
            inside: pick(schedule),
            outside: pick(outside),
            argument: `schedules[${index}]`,
        };
    });
}

/** An action that is late is worth something only as long as no other one has come. */
const LONGEST_DEADLINE = 1800;
const SHORTEST_DEADLINE = 30;
/** Where two edges are close, the first must have ended before the second comes. */
const SHARE_OF_GAP = 0.5;

/**
 * Turns windows into what a clock that sets and forgets does: at each start the bounds of the window, at each end those
 * that hold outside of it. The windows must have been found without problems by `readClockEdges`.
 *
 * @throws where they were not.
 * @example
 * renderSchedule([{ name: "night", start: "0 22 * * *", end: "0 6 * * *", timeZone: "UTC", inside: { maxReplicas: 5 },
 *     outside: { maxReplicas: 40 }, argument: "schedules[0]" }])
 */
export function renderSchedule(windows: readonly ClockWindow[]): RenderedSchedule {
    const read = readClockEdges(windows);
    if (!("windows" in read)) throw new Error("the windows were not checked");
    const edges = windows.flatMap(({ name, inside, outside, argument }, index): ClockEdge[] => {
        const window = read.windows[index];
        if (window === undefined) return [];
        const timeZone = window.timeZone.name;
        return [
            {
                name: `${name}-opens`,
                cron: window.start.text,
                timeZone,
                bounds: inside,
                argument,
                member: "start",
            },
            {
                name: `${name}-closes`,
                cron: window.end.text,
                timeZone,
                bounds: outside,
                argument,
                member: "end",
            },
        ];
    });
    return { edges, deadlineSeconds: deadline(read.shortestGapSeconds) };
}

function deadline(gapSeconds: number): number {
    return Math.max(SHORTEST_DEADLINE, Math.min(LONGEST_DEADLINE, Math.floor(gapSeconds * SHARE_OF_GAP)));
}
