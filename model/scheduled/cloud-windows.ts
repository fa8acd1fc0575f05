import { problem } from "../arguments";
import type { Path } from "../declared";
import type { Finding } from "../findings";
import type { ScheduleArgs } from "../pool";
import { boundProblems, edgeProblems, gives } from "../pool";
import { readCronExpression } from "../schedule";

const AT: Path = ["schedules"];

/** Fewest and most nodes where no window is open. */
export interface NodeBounds {
    readonly minNodes: number;
    readonly maxNodes: number;
}

/**
 * Windows over nodes that a cloud's own clock cannot keep: it acts at their edges only, and reads less of cron than KEDA.
 *
 * @param what What is scaled, for messages: `a node pool`.
 */
export function nodeWindowProblems(
    schedules: readonly ScheduleArgs[],
    { minNodes, maxNodes }: NodeBounds,
    what: string,
): Finding[] {
    const form = [
        ...(minNodes > maxNodes
            ? [
                  problem(
                      ["minNodes"],
                      `is ${minNodes}, above maxNodes ${maxNodes}`,
                      `use ${maxNodes} or less, or raise maxNodes`,
                  ),
              ]
            : []),
        ...boundProblems(schedules, AT, ["minNodes"], what),
    ];
    if (form.length > 0) return form;
    return [
        ...schedules.flatMap((schedule, index) => [
            ...sizeProblems(schedule, index, { minNodes, maxNodes }),
            ...plainCron(schedule, index),
        ]),
        ...edgeProblems(schedules, AT, gives(["minNodes"])),
    ];
}

function sizeProblems(schedule: ScheduleArgs, index: number, { minNodes, maxNodes }: NodeBounds): Finding[] {
    const size = schedule.minNodes ?? 0;
    const path = [...AT, index, "minNodes"];
    if (size > maxNodes) {
        const fix = `use ${maxNodes} or less, or raise maxNodes on the nodes and here`;
        return [problem(path, `is ${size}, above maxNodes ${maxNodes}`, fix)];
    }
    return size === minNodes
        ? [
              problem(
                  path,
                  `is ${size}, as it is outside of the window`,
                  "give another one, or remove the window",
              ),
          ]
        : [];
}

/** What the clocks of clouds read differently from each other, or not at all. */
function plainCron(schedule: ScheduleArgs, index: number): Finding[] {
    return (["start", "end"] as const).flatMap((member) => {
        const path = [...AT, index, member];
        if (schedule[member].includes("?")) {
            return [problem(path, 'has a "?", which only KEDA reads', 'write "*"')];
        }
        const read = readCronExpression(schedule[member]);
        return !("text" in read) || read.dayOfMonth.isStar || read.dayOfWeek.isStar
            ? []
            : [
                  problem(
                      path,
                      "names days of the month and of the week, which some clocks join by and, some by or",
                      'write "*" for one of the two',
                  ),
              ];
    });
}
