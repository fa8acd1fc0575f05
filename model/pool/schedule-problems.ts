import { listed, problem } from "../arguments";
import type { Path } from "../declared";
import type { Finding } from "../findings";
import type { AgentPoolArgs } from "./args";
import { ceilingProblems } from "./ceiling-problems";
import type { ScheduleArgs } from "./schedule-args";
import { floorProblems } from "./schedule-floors";
import { takenNameProblems } from "./taken-names";

/** The bounds that a window may have. */
export type ScheduleBound = Exclude<keyof ScheduleArgs, "name" | "start" | "end" | "timeZone">;

const BOUNDS: readonly ScheduleBound[] = ["minReplicas", "maxReplicas", "warmReplicas", "minNodes"];

const AT = ["scale", "schedules"];

/** Windows of a pool that say nothing, that nobody can keep, or that KEDA cannot read. */
export function scheduleProblems(name: string, args: AgentPoolArgs): Finding[] {
    const { minReplicas, schedules = [] } = args.scale;
    const own = boundProblems(schedules, AT, ["minReplicas", "maxReplicas"], "a pool");
    if (own.length > 0) return own;
    const floors = floorProblems(minReplicas, schedules, AT);
    return floors.length > 0 ? floors : ceilingProblems(name, args);
}

/**
 * Windows with a name that is taken, without any bound, or with one that what they are for does not have.
 *
 * @param allowed The bounds that it has.
 * @param what What it is, for messages: `a pool`.
 */
export function boundProblems(
    schedules: readonly ScheduleArgs[],
    at: Path,
    allowed: readonly ScheduleBound[],
    what: string,
): Finding[] {
    const named = takenNameProblems(schedules, at);
    const bounded = schedules.flatMap((schedule, index) => {
        const path = [...at, index];
        const given = BOUNDS.filter((bound) => schedule[bound] !== undefined);
        return [
            ...given
                .filter((bound) => !allowed.includes(bound))
                .map((bound) =>
                    problem([...path, bound], `has no effect on ${what}`, `give ${listed(allowed)} instead`),
                ),
            ...(given.length === 0
                ? [problem(path, "says nothing about the window", `give ${listed(allowed)}`)]
                : []),
        ];
    });
    return [...named, ...bounded];
}
