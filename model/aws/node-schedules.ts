import type { Declared } from "../declared";
import { CLOUD_TYPES, declareCloud, outputOf } from "../declared";
import { NodeGroupPart } from "./choices";
import type { NodeScheduleArgs } from "./eks-spot-node-group-args";

/** Leaves a size as it is; one that is left out is set to 0 (pulumi-aws, aws.autoscaling.Schedule). */
const AS_IT_IS = -1;

/** A group whose floor is moved: its role in the component, and its floor outside of the windows. */
export interface ScheduledGroup {
    readonly role: string;
    readonly minSize: number;
}

/**
 * Two scheduled actions for each window: one raises the floor, the other puts it back. Neither touches the ceiling or the
 * number of nodes, which an autoscaler lowers when the floor is gone.
 */
export function nodeSchedules(
    name: string,
    schedules: readonly NodeScheduleArgs[],
    groups: Readonly<Record<NodeGroupPart, ScheduledGroup>>,
): Declared[] {
    return schedules.flatMap((schedule, index) => {
        const group = groups[schedule.part ?? NodeGroupPart.Spot];
        const argument = `schedules[${index}]`;
        const { start, end, minSize } = schedule;
        return [
            action(name, schedule, group, ["open", start, minSize, `${argument}.start`]),
            action(name, schedule, group, ["close", end, group.minSize, `${argument}.end`]),
        ];
    });
}

function action(
    name: string,
    schedule: NodeScheduleArgs,
    { role }: ScheduledGroup,
    [edge, recurrence, minSize, argument]: readonly [string, string, number, string],
): Declared {
    const action = `${schedule.name}-${edge}`;
    return declareCloud(
        CLOUD_TYPES.autoScalingSchedule,
        action,
        `${name}-${action}`,
        {
            autoscalingGroupName: outputOf(role, "resources", 0, "autoscalingGroups", 0, "name"),
            scheduledActionName: action,
            recurrence: recurrence.trim(),
            timeZone: schedule.timeZone,
            minSize,
            maxSize: AS_IT_IS,
            desiredCapacity: AS_IT_IS,
        },
        [[[], argument]],
    );
}
