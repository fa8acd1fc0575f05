import type { Declared } from "../declared";
import { outputOf } from "../declared";
import type { ClockWindow } from "../pool";
import { NodeGroupPart } from "./choices";
import type { NodeScheduleArgs } from "./eks-spot-node-group-args";
import { floorActions } from "./floor-actions";

/** A group of the component: its role there, its floor outside of the windows, and the argument that gives it. */
export interface NodeGroupFloor {
    readonly role: string;
    readonly minSize: number;
    readonly argument: string;
}

/** The actions that move the floors of the groups; the windows were checked by `nodeScheduleProblems`. */
export function nodeSchedules(
    name: string,
    schedules: readonly NodeScheduleArgs[],
    groups: Readonly<Record<NodeGroupPart, NodeGroupFloor>>,
): Declared[] {
    return Object.values(NodeGroupPart).flatMap((part) => {
        const { role, minSize, argument } = groups[part];
        const group = {
            autoscalingGroupName: outputOf(role, "resources", 0, "autoscalingGroups", 0, "name"),
            floorMember: "minSize",
            floorArgument: argument,
            origins: [],
        };
        return floorActions(name, group, windowsOf(part, schedules, minSize));
    });
}

function windowsOf(
    part: NodeGroupPart,
    schedules: readonly NodeScheduleArgs[],
    outside: number,
): ClockWindow[] {
    return schedules.flatMap((schedule, index): ClockWindow[] => {
        if (partOf(schedule) !== part) return [];
        const { name, start, end, timeZone, minSize } = schedule;
        const [inside, argument] = [{ minNodes: minSize }, `schedules[${index}]`];
        return [{ name, start, end, timeZone, inside, outside: { minNodes: outside }, argument }];
    });
}

/** The group whose floor a window moves. */
export function partOf({ part = NodeGroupPart.Spot }: NodeScheduleArgs): NodeGroupPart {
    return part;
}
