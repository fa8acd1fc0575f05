import { problem } from "../arguments";
import type { Path } from "../declared";
import type { Finding } from "../findings";
import type { CompiledFloors, FloorProblem, FloorWindow } from "../schedule";
import { compileFloors } from "../schedule";
import type { ScheduleArgs } from "./schedule-args";

/**
 * The floors of those windows that have one, as KEDA can keep them; places are those in the list of all windows.
 *
 * @param base The floor where no window is open.
 */
export function scheduleFloors(
    base: number,
    schedules: readonly ScheduleArgs[],
): CompiledFloors | readonly FloorProblem[] {
    const places = schedules.flatMap(({ minReplicas }, index) => (minReplicas === undefined ? [] : [index]));
    const windows = schedules.flatMap(floorWindow);
    const compiled = compileFloors(base, windows);
    const placeOf = (index: number): number => places[index] ?? index;
    if (!("windows" in compiled)) {
        return compiled.map((wrong) => ({ ...wrong, index: placeOf(wrong.index) }));
    }
    return {
        ...compiled,
        windows: compiled.windows.map((window) => ({ ...window, from: window.from.map(placeOf) })),
    };
}

function floorWindow({ name, start, end, timeZone, minReplicas }: ScheduleArgs): FloorWindow[] {
    return minReplicas === undefined ? [] : [{ name, start, end, timeZone, floor: minReplicas }];
}

/**
 * Floors that KEDA cannot keep.
 *
 * @param at Where the windows stand in the arguments.
 */
export function floorProblems(base: number, schedules: readonly ScheduleArgs[], at: Path): Finding[] {
    const compiled = scheduleFloors(base, schedules);
    if ("windows" in compiled) return [];
    return compiled.map(({ index, member, message, fix }) => {
        const path = [...at, index];
        const argument = member === "floor" ? "minReplicas" : member;
        return argument === undefined
            ? problem(path, message, fix)
            : problem([...path, argument], `is wrong: ${message}`, fix);
    });
}
