import { problem, quote } from "../arguments";
import type { Path } from "../declared";
import type { Finding } from "../findings";
import type { NamedWindow } from "../schedule";
import { readClockEdges } from "../schedule";
import type { ScheduleArgs } from "./schedule-args";
import type { ScheduleBound } from "./schedule-problems";

/** Whether a window gives one of the bounds. */
export function gives(bounds: readonly ScheduleBound[]): (schedule: ScheduleArgs) => boolean {
    return (schedule) => bounds.some((bound) => schedule[bound] !== undefined);
}

/**
 * Windows that nobody can keep who acts at their edges and knows nothing in between.
 *
 * @param at Where the windows stand in the arguments.
 * @param isSet Which of them one clock keeps for one object; the others are somebody else's, and may overlap with these.
 */
export function edgeProblems<Schedule extends NamedWindow>(
    schedules: readonly Schedule[],
    at: Path,
    isSet: (schedule: Schedule) => boolean,
): Finding[] {
    const places = schedules.flatMap((schedule, index) => (isSet(schedule) ? [index] : []));
    const read = readClockEdges(places.flatMap((place) => schedules[place] ?? []));
    if ("windows" in read) return [];
    return read.map(({ index, member, message, fix }) => {
        const path = [...at, places[index] ?? index];
        return problem(member === undefined ? path : [...path, member], message, fix);
    });
}

/** The name of a CronJob leaves room for the eleven characters that each of its Jobs adds (batch/v1 validation). */
const LONGEST_CRON_JOB_NAME = 52;

/**
 * Windows whose CronJobs would have a name that is too long.
 *
 * @param name The start of the name of each.
 */
export function cronJobNameProblems(
    name: string,
    schedules: readonly ScheduleArgs[],
    at: Path,
    bounds: readonly ScheduleBound[],
): Finding[] {
    return schedules.flatMap((schedule, index) => {
        const longest = `${name}-${schedule.name}-closes`;
        if (!gives(bounds)(schedule) || longest.length <= LONGEST_CRON_JOB_NAME) return [];
        return [
            problem(
                [...at, index, "name"],
                `makes the CronJob ${quote(longest)}, whose name has ${longest.length} characters; Kubernetes takes ${LONGEST_CRON_JOB_NAME}`,
                `shorten it by ${longest.length - LONGEST_CRON_JOB_NAME}`,
            ),
        ];
    });
}
