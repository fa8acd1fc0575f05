import { problem, quote } from "../arguments";
import type { Finding } from "../findings";
import type { Window } from "../schedule";
import { firstOverlap, formatWeekTime, readWindow } from "../schedule";
import type { AgentPoolArgs } from "./args";
import { cronJobNameProblems, edgeProblems, gives } from "./edge-problems";
import type { ScheduleArgs } from "./schedule-args";
import { scheduleFloors } from "./schedule-floors";

const AT = ["scale", "schedules"];

/** Ceilings by the clock that nobody can keep, that lower nothing, or that are below the floor of their time. */
export function ceilingProblems(name: string, { scale }: AgentPoolArgs): Finding[] {
    const { minReplicas, maxReplicas, schedules = [] } = scale;
    const lowering = schedules.flatMap(({ maxReplicas: ceiling }, index) =>
        ceiling === undefined || ceiling < maxReplicas
            ? []
            : [
                  problem(
                      [...AT, index, "maxReplicas"],
                      `is ${ceiling}, not below scale.maxReplicas ${maxReplicas}, which is the highest ceiling of the day`,
                      `use less than ${maxReplicas}, or raise scale.maxReplicas above it and lower it in the rest of the time`,
                  ),
              ],
    );
    const edges = edgeProblems(schedules, AT, gives(["maxReplicas"]));
    const names = cronJobNameProblems(name, schedules, AT, ["maxReplicas"]);
    const all = [...lowering, ...names, ...edges];
    return all.length > 0 ? all : schedules.flatMap((_, index) => belowFloor(minReplicas, schedules, index));
}

/** A ceiling below a floor that is in force at some time of its window. */
function belowFloor(base: number, schedules: readonly ScheduleArgs[], index: number): Finding[] {
    const schedule = schedules[index];
    const ceiling = schedule?.maxReplicas;
    if (schedule === undefined || ceiling === undefined) return [];
    const path = [...AT, index, "maxReplicas"];
    const floors = scheduleFloors(base, schedules);
    if (!("windows" in floors)) return [];
    if (floors.floor > ceiling) {
        const fix = `raise it to ${floors.floor}, or give the window a minReplicas of ${ceiling} or less`;
        return [problem(path, `is ${ceiling}, below scale.minReplicas ${base}, which holds then too`, fix)];
    }
    const window = readWindow(schedule);
    for (const other of floors.windows) {
        const [read, zone] = [readWindow(other), schedule.timeZone];
        if (other.floor <= ceiling || !isRead(window) || !isRead(read)) continue;
        const meeting = firstOverlap(window, read);
        if (meeting === undefined) continue;
        const [place] = other.from;
        const named = other.name.startsWith("outside")
            ? `scale.minReplicas ${other.floor}`
            : `the floor ${other.floor} of ${quote(schedules[place ?? 0]?.name ?? "")}`;
        return [
            problem(
                path,
                `is ${ceiling}, below ${named}, which holds on ${formatWeekTime(window.timeZone, meeting)} (${zone}) too`,
                `raise it to ${other.floor}, or lower the floor of that time`,
            ),
        ];
    }
    return [];
}

function isRead(window: ReturnType<typeof readWindow>): window is Window {
    return "start" in window;
}
