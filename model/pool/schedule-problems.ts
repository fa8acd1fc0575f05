import { problem, quote } from "../arguments";
import { compileFloors } from "../schedule";
import type { Finding } from "../findings";
import type { AgentPoolArgs } from "./args";
import type { ScheduleArgs } from "./schedule-args";

const AT = ["scale", "schedules"];

/** Windows that say nothing, that no autoscaler can follow, or that KEDA cannot read. */
export function scheduleProblems({ scale }: AgentPoolArgs): Finding[] {
    const { schedules = [] } = scale;
    const names = schedules.map(({ name }) => name);
    const findings = schedules.flatMap(({ name, minReplicas, maxReplicas }, index) => {
        const at = [...AT, index];
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
                          "remove it, and give the highest ceiling of the day as scale.maxReplicas",
                      ),
                  ]),
            ...(minReplicas === undefined && maxReplicas === undefined
                ? [problem(at, "says nothing about the window", "give minReplicas")]
                : []),
        ];
    });
    return findings.length > 0 ? findings : compileProblems(scale.minReplicas, schedules);
}

function compileProblems(base: number, schedules: readonly ScheduleArgs[]): Finding[] {
    const compiled = compileFloors(base, schedules.map(floorWindow));
    if ("windows" in compiled) return [];
    return compiled.map(({ index, member, message, fix }) => {
        const path = [...AT, index];
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
