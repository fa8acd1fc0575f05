import { isWeekly, MINUTES_PER_WEEK, openMinutes, stretches, weekFirings, weekWindows } from "./week";
import type { Window, WindowArgs, WindowProblem } from "./window";
import { readWindow } from "./window";

/** A window in which so many replicas are the fewest. */
export interface FloorWindow extends WindowArgs {
    readonly name: string;
    readonly floor: number;
}

/** The floor that holds always, and the windows that raise it. */
export interface CompiledFloors {
    readonly floor: number;
    readonly windows: readonly CompiledWindow[];
}

/** A window that raises the floor. */
export interface CompiledWindow extends FloorWindow {
    /** The places in the list of the windows that it was made from; several where it is the time outside of them. */
    readonly from: readonly number[];
}

/** What is wrong with one of the windows. */
export interface FloorProblem {
    readonly index: number;
    readonly member: WindowProblem["member"] | "floor" | undefined;
    readonly message: string;
    readonly fix: string;
}

interface ReadWindow {
    readonly args: FloorWindow;
    readonly index: number;
    readonly window: Window;
}

/**
 * Turns floors by the clock into what KEDA can do, which only raises: the lowest of all floors holds always, and
 * everything above it is a window. The floor outside of the windows that go below it becomes a window too, open when
 * none of those is. Where windows overlap, the highest floor holds.
 *
 * @param base The floor where no window is open.
 * @example
 * compileFloors(3, [{ name: "night", start: "0 22 * * *", end: "0 6 * * *", timeZone: "UTC", floor: 1 }])
 * // { floor: 1, windows: [{ name: "outside-night", start: "0 6 * * *", end: "0 22 * * *", floor: 3, ... }] }
 */
export function compileFloors(
    base: number,
    windows: readonly FloorWindow[],
): CompiledFloors | readonly FloorProblem[] {
    const read = windows.map((args, index) => ({ args, index, window: readWindow(args) }));
    const problems = read.flatMap(({ index, window }) =>
        "start" in window ? [] : window.map((problem) => ({ ...problem, index })),
    );
    if (problems.length > 0) return problems;
    const known = read as readonly ReadWindow[];
    const lowering = known.filter(({ args }) => args.floor < base);
    const idle = known.find(({ args }) => args.floor === base && lowering.length === 0);
    if (idle !== undefined) {
        const message = `has no effect: outside of it the floor is ${base} too`;
        return [
            { index: idle.index, member: "floor", message, fix: "give another floor, or remove the window" },
        ];
    }
    const floor = Math.min(base, ...windows.map((window) => window.floor));
    const outside = base === floor ? [] : outsideOf(base, lowering);
    if (outside === undefined) return [cannotCombine(lowering)];
    return {
        floor,
        windows: [
            ...outside,
            ...known
                .filter(({ args }) => args.floor > floor)
                .map(({ args, index }) => ({ ...args, from: [index] })),
        ],
    };
}

function cannotCombine(lowering: readonly ReadWindow[]): FloorProblem {
    const [first, ...others] = lowering;
    if (others.length === 0) {
        return {
            index: first?.index ?? 0,
            member: undefined,
            message: "goes below the floor, and its starts and ends may come together",
            fix: "give start and end different times of the day",
        };
    }
    const names = others.map(({ args }) => JSON.stringify(args.name)).join(" and ");
    return {
        index: first?.index ?? 0,
        member: undefined,
        message: `goes below the floor as ${names} ${others.length === 1 ? "does" : "do"}, and the time outside of all of them is not the same in every week of one zone`,
        fix: "give all of them one time zone and days of the week only, or make one window of them",
    };
}

/** The time in which none of the windows is open, as windows; `undefined` where no pair of cron expressions says it. */
function outsideOf(base: number, lowering: readonly ReadWindow[]): CompiledWindow[] | undefined {
    const [first, ...others] = lowering;
    if (first === undefined) return [];
    const from = lowering.map(({ index }) => index);
    if (others.length === 0 && !mayMeet(first.window)) {
        // Open and closed change places where start and end do.
        const { name, start, end, timeZone } = first.args;
        return [{ name: `outside-${name}`, start: end, end: start, timeZone, floor: base, from }];
    }
    if (!lowering.every(({ window }) => isOfOneWeek(window, first.window))) return undefined;
    const open = lowering.map(({ window }) =>
        openMinutes(weekFirings(window.start), weekFirings(window.end)),
    );
    const closed = Array.from({ length: MINUTES_PER_WEEK }, (_, at) => open.every((is) => is[at] !== true));
    // Nothing is left outside, or everything: then the windows never open, which a rule says of each.
    if (closed.every(Boolean)) return undefined;
    return weekWindows(stretches(closed)).map(({ start, end }, index, all) => ({
        name: all.length === 1 ? "outside" : `outside-${index + 1}`,
        start,
        end,
        timeZone: first.args.timeZone,
        floor: base,
        from,
    }));
}

/** Whether a start may come together with an end; a window is open then, and so would be the one that is turned around. */
function mayMeet({ start, end }: Window): boolean {
    return (["minute", "hour"] as const).every((field) =>
        start[field].allows.some((allowed, value) => allowed && end[field].allows[value] === true),
    );
}

function isOfOneWeek({ start, end, timeZone }: Window, { timeZone: other }: Window): boolean {
    const hasOwnZone = start.timeZone !== undefined || end.timeZone !== undefined;
    return timeZone.name === other.name && !hasOwnZone && isWeekly(start) && isWeekly(end);
}
