import type { Declared, Leaf } from "../declared";
import { CLOUD_TYPES, declareCloud } from "../declared";
import type { ScheduleArgs } from "../pool";
import { clockWindows, renderSchedule } from "./clock-window";

/** Tells a scheduled action to leave a size alone; one that is not given would be set to 0. */
const UNTOUCHED = -1;

/** The sizes of an Auto Scaling group by the clock. */
export interface EksNodeGroupActions {
    readonly autoScalingGroupName: Leaf<string>;
    readonly schedules: readonly ScheduleArgs[];
    /** Fewest nodes where no window is open. */
    readonly minNodes: number;
    /** Nodes to go back to where a window closes and nothing else takes nodes away. */
    readonly desiredNodes?: number;
}

/**
 * Two scheduled actions for each window. The opening one moves the minimum only, and the group grows to it; the closing
 * one puts it back, and the number of nodes too where no autoscaler takes them away. The maximum is never touched.
 *
 * @param name The start of the name of each action. The windows were checked by `nodeWindowProblems`.
 */
export function eksNodeGroupActions(
    name: string,
    { autoScalingGroupName, schedules, minNodes, desiredNodes = UNTOUCHED }: EksNodeGroupActions,
): Declared[] {
    const { edges } = renderSchedule(clockWindows(schedules, { minNodes }, ["minNodes"]));
    return edges.map(({ name: edge, cron, timeZone, bounds, argument, member }) =>
        declareCloud(
            CLOUD_TYPES.autoScalingSchedule,
            edge,
            `${name}-${edge}`,
            {
                autoscalingGroupName: autoScalingGroupName,
                scheduledActionName: `${name}-${edge}`,
                recurrence: cron,
                timeZone,
                minSize: bounds.minNodes ?? UNTOUCHED,
                maxSize: UNTOUCHED,
                desiredCapacity: member === "start" ? UNTOUCHED : desiredNodes,
            },
            [
                [["autoscalingGroupName"], "autoScalingGroupName"],
                [["recurrence"], `${argument}.${member}`],
                [["timeZone"], `${argument}.timeZone`],
                [["minSize"], member === "start" ? `${argument}.minNodes` : "minNodes"],
                [["desiredCapacity"], "desiredNodes"],
            ],
        ),
    );
}
