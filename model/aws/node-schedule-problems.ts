import type { Path } from "../declared";
import { problem } from "../arguments";
import type { Finding } from "../findings";
import { edgeProblems, takenNameProblems } from "../pool";
import { NodeGroupPart } from "./choices";
import type { EksSpotNodeGroupArgs, NodeScheduleArgs } from "./eks-spot-node-group-args";
import { actionCountProblems } from "./floor-actions";
import { partOf } from "./node-schedules";

const AT: Path = ["schedules"];

/** Windows that the groups' own clocks cannot keep, or that raise no floor. */
export function nodeScheduleProblems(args: EksSpotNodeGroupArgs): Finding[] {
    const { schedules = [] } = args;
    return [
        // Both groups have their actions in one component, so names may not come twice in different groups either.
        ...takenNameProblems(schedules, AT),
        ...schedules.flatMap((schedule, index) => floorProblems(args, schedule, [...AT, index])),
        ...Object.values(NodeGroupPart).flatMap((part) => {
            const isOf = (schedule: NodeScheduleArgs): boolean => partOf(schedule) === part;
            return [
                ...actionCountProblems(schedules.filter(isOf).length, AT),
                ...edgeProblems(schedules, AT, isOf),
            ];
        }),
    ];
}

function floorProblems(
    { spot, onDemandBase }: EksSpotNodeGroupArgs,
    schedule: NodeScheduleArgs,
    path: Path,
): Finding[] {
    const { minSize } = schedule;
    const isBase = partOf(schedule) === NodeGroupPart.OnDemandBase;
    const bounds = isBase ? onDemandBase : spot;
    const group = isBase ? "onDemandBase" : "spot";
    if (bounds === undefined) {
        return [problem([...path, "part"], "is OnDemandBase, and there is none", "give onDemandBase")];
    }
    if (minSize > bounds.maxSize) {
        return [
            problem(
                [...path, "minSize"],
                `is ${minSize}, above ${group}.maxSize ${bounds.maxSize}`,
                `use ${bounds.maxSize} or less, or a ${group}.maxSize of ${minSize} or more`,
            ),
        ];
    }
    if (minSize > bounds.minSize) return [];
    return [
        problem(
            [...path, "minSize"],
            `is ${minSize}, and outside of the window the floor is ${bounds.minSize} (${group}.minSize)`,
            `use ${bounds.minSize + 1} or more, or lower ${group}.minSize`,
        ),
    ];
}
