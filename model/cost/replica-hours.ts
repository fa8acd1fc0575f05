import type { FleetScaler, FleetTrigger } from "../fleet";
import { cronWindow, jobRules, known } from "../fleet";
import type { Window, WindowArgs } from "../schedule";
import { Kept, expandYear, readWindow } from "../schedule";
import { HOURS_PER_MONTH } from "./money";

/** Windows of one pool that are followed over a year; more are no schedule that someone wrote. */
const MOST_WINDOWS = 50;

/** Hours of an average month by the number of replicas. */
export type ReplicaHours = ReadonlyMap<number, number>;

/** A window as it is written, and the replicas that it asks for. */
interface AskedWindow {
    readonly replicas: number;
    readonly args: WindowArgs;
    readonly window: Window;
}

function askedWindow(trigger: FleetTrigger): AskedWindow | undefined {
    const args = cronWindow(trigger);
    const replicas = known(trigger.target);
    const window = args === undefined ? undefined : readWindow(args);
    return args === undefined || window === undefined || !("start" in window) || replicas === undefined
        ? undefined
        : { replicas, args, window };
}

/**
 * How many hours of an average month a pool has how many replicas, while nothing but windows asks for any: outside of
 * them the floor, and in them the highest of those that are open, each in its own zone, within the ceiling. `undefined`
 * where a bound or a window is not known, and where there are too many windows to follow.
 *
 * @example a floor of 0 and a window of 3 replicas for 55 hours a week gives about 239 hours of 3, and 491 of 0
 */
export function scheduledHours(scaler: FleetScaler): ReplicaHours | undefined {
    const replicasAt = replicasByLevel(scaler);
    if (replicasAt === undefined) return undefined;
    const cron = scaler.triggers.filter(({ scaler: type }) => type?.type === "cron");
    if (cron.length > MOST_WINDOWS) return undefined;
    const windows = cron.map(askedWindow);
    if (!windows.every((window) => window !== undefined)) return undefined;
    const seconds = keptSeconds(windows);
    const total = [...seconds.values()].reduce((sum, each) => sum + each, 0);
    if (total === 0) return new Map([[replicasAt(0), HOURS_PER_MONTH]]);
    const hours = new Map<number, number>();
    for (const [level, each] of seconds) {
        const replicas = replicasAt(level);
        hours.set(replicas, (hours.get(replicas) ?? 0) + (each / total) * HOURS_PER_MONTH);
    }
    return hours;
}

/** The replicas at what windows ask for: at least the floor; of jobs that many beside the extra ones, times their pods. */
function replicasByLevel(scaler: FleetScaler): ((level: number) => number) | undefined {
    if (scaler.jobs !== undefined) {
        const rules = jobRules(scaler);
        const pods = known(scaler.jobs.parallelism);
        if (rules === undefined || pods === undefined) return undefined;
        return (level) => (rules.extra + Math.min(level, rules.most)) * pods;
    }
    const [floor, ceiling] = [known(scaler.min), known(scaler.max)];
    if (floor === undefined || ceiling === undefined) return undefined;
    return (level) => Math.max(floor, Math.min(level, ceiling));
}

const kept = new Kept<ReadonlyMap<number, number>>();

/** The years of windows that many pools have are followed once. */
function keptSeconds(windows: readonly AskedWindow[]): ReadonlyMap<number, number> {
    const asked = windows.map(({ replicas, args }) => [replicas, args.start, args.end, args.timeZone]);
    return kept.get(JSON.stringify(asked), () => secondsByLevel(windows));
}

/** Seconds of a year by the highest window that is open, 0 where none is. */
function secondsByLevel(windows: readonly AskedWindow[]): ReadonlyMap<number, number> {
    const edges = windows
        .flatMap(({ replicas, window }) =>
            expandYear(window).flatMap(({ from, to }) => [
                { at: from, replicas, change: 1 },
                { at: to, replicas, change: -1 },
            ]),
        )
        .sort((a, b) => a.at - b.at);
    const seconds = new Map<number, number>();
    const open = new Map<number, number>();
    const [first, last] = [edges[0]?.at ?? 0, edges.at(-1)?.at ?? 0];
    let since = first;
    for (const { at, replicas, change } of edges) {
        let level = 0;
        for (const [each, count] of open) if (count > 0 && each > level) level = each;
        seconds.set(level, (seconds.get(level) ?? 0) + at - since);
        since = at;
        open.set(replicas, (open.get(replicas) ?? 0) + change);
    }
    const rest = SECONDS_PER_YEAR - (last - first);
    if (edges.length > 0 && rest > 0) seconds.set(0, (seconds.get(0) ?? 0) + rest);
    return seconds;
}

/** Of the year over which windows are expanded, a leap year. */
const SECONDS_PER_YEAR = 366 * 86_400;
