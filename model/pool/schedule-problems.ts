import { problem, quote } from "../arguments";
import type { Path } from "../declared";
import { compileFloors } from "../schedule";
import type { Finding } from "../findings";
import type { ScheduleArgs } from "./schedule-args";

/** Where windows stand in arguments, and what to do about a ceiling in one. */
export interface SchedulesPlace {
    readonly path: Path;
    readonly ceilingFix: string;
}

/** The windows of a pool. */
export const SCHEDULES: SchedulesPlace = {
    path: ["scale", "schedules"],
    ceilingFix: "remove it, and give the highest ceiling of the day as scale.maxReplicas",
};

/**
 * Windows that say nothing, that no autoscaler can follow, or that KEDA cannot read.
 *
 * @param base The floor outside of them.
 */
export function scheduleProblems(
    base: number,
    schedules: readonly ScheduleArgs[] = [],
    { path, ceilingFix }: SchedulesPlace,
): Finding[] {
    const names = schedules.map(({ name }) => name);
    const findings = schedules.flatMap(({ name, minReplicas, maxReplicas }, index) => {
        const at = [...path, index];
        return [
            ...(names.indexOf(name) < index
                ? [problem([...at, "name"], `is ${quote(name)}, which is taken`, "choose another")]
                : []),
            ...(maxReplicas === undefined
                ? []
                : [
                      problem(
                          [...at, "maxReplicas"],
                          "cannot be kept: KEDA's windows only raise the floor, and nothing lowers a ceiling by the clock",
                          ceilingFix,
                      ),
                  ]),
            ...(minReplicas === undefined && maxReplicas === undefined
                ? [problem(at, "says nothing about the window", "give minReplicas")]
                : []),
        ];
    });
    return findings.length > 0 ? findings : compileProblems(base, schedules, path);
}

function compileProblems(base: number, schedules: readonly ScheduleArgs[], at: Path): Finding[] {
    const compiled = compileFloors(base, schedules.map(floorWindow));
    if ("windows" in compiled) return [];
    return compiled.map(({ index, member, message, fix }) => {
        const path = [...at, index];
        const argument = member === "floor" ? "minReplicas" : member;
        return argument === undefined
            ? problem(path, message, fix)
            : problem([...path, argument], `is wrong: ${message}`, fix);
    });
}

/** A window as the schedules compile it; one without a floor was refused. */
export function floorWindow({
    minReplicas = 0,
    ...window
}: ScheduleArgs): Parameters<typeof compileFloors>[1][number] {
    return { ...window, floor: minReplicas };
}
