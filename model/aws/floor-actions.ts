import { problem } from "../arguments";
import type { Declared, Leaf, OriginEntry, Path } from "../declared";
import { CLOUD_TYPES, declareCloud } from "../declared";
import type { Finding } from "../findings";
import type { ClockEdge, ClockWindow } from "../pool";
import { renderSchedule } from "../pool";

/**
 * Scheduled actions that an Auto Scaling group may have, which AWS does not raise (Amazon EC2 Auto Scaling user guide,
 * Quotas for Auto Scaling resources and groups, docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-quotas.html).
 */
const MOST_ACTIONS = 125;
const ACTIONS_OF_WINDOW = 2;

/** Leaves a size as it is; one that is left out is set to 0 (pulumi-aws, aws.autoscaling.Schedule). */
const AS_IT_IS = -1;

/** An Auto Scaling group whose floor is moved by its own clock. */
export interface ScheduledGroup {
    readonly autoscalingGroupName: Leaf<string>;
    /** Nodes to go back to where a window closes and nothing else takes nodes away. */
    readonly desiredCapacity?: number;
    /** The member of a window that gives its floor: `minNodes`. */
    readonly floorMember: string;
    /** The argument that gives the floor outside of the windows: `spot.minSize`. */
    readonly floorArgument: string;
    /** Origins of what is the group's own beside its floor. */
    readonly origins: readonly OriginEntry[];
}

/**
 * Two scheduled actions for each window. The opening one moves the minimum only, and the group grows to it; the closing
 * one puts it back. Where no autoscaler takes nodes away, an action that leaves fewer sets their number too. The maximum is
 * never touched.
 *
 * @param name The start of the name of each action.
 * @param windows Those of one group, with the bound `minNodes`. They were checked by `edgeProblems`.
 */
export function floorActions(
    name: string,
    group: ScheduledGroup,
    windows: readonly ClockWindow[],
): Declared[] {
    return renderSchedule(windows).edges.map((edge) => floorAction(name, group, edge));
}

function floorAction(name: string, group: ScheduledGroup, edge: ClockEdge): Declared {
    const { autoscalingGroupName, desiredCapacity = AS_IT_IS, floorMember, floorArgument, origins } = group;
    const { argument, member, bounds, cron, timeZone } = edge;
    const isStart = member === "start";
    return declareCloud(
        CLOUD_TYPES.autoScalingSchedule,
        edge.name,
        `${name}-${edge.name}`,
        {
            autoscalingGroupName,
            scheduledActionName: `${name}-${edge.name}`,
            recurrence: cron,
            timeZone,
            minSize: bounds.minNodes ?? AS_IT_IS,
            maxSize: AS_IT_IS,
            desiredCapacity: isStart ? fewerNodes(bounds.minNodes, desiredCapacity) : desiredCapacity,
        },
        [
            [["recurrence"], `${argument}.${member}`],
            [["timeZone"], `${argument}.timeZone`],
            [["minSize"], isStart ? `${argument}.${floorMember}` : floorArgument],
            ...origins,
        ],
    );
}

/** A window of fewer nodes than there are outside of it, which nothing else takes away. */
function fewerNodes(minNodes = AS_IT_IS, outside: number): number {
    return minNodes < outside ? minNodes : AS_IT_IS;
}

/**
 * More windows than a group may have actions for.
 *
 * @param count How many windows the group has.
 */
export function actionCountProblems(count: number, at: Path): Finding[] {
    const most = Math.floor(MOST_ACTIONS / ACTIONS_OF_WINDOW);
    if (count <= most) return [];
    return [
        problem(
            at,
            `has ${count} windows of two actions each for one Auto Scaling group, which may have ${MOST_ACTIONS}`,
            `give at most ${most}`,
        ),
    ];
}
