import type { GroupShape } from "../arguments";
import { boolean, checkShape, group, input, integer, plainCopy, problem } from "../arguments";
import type { ScheduledGroup } from "../aws";
import { actionCountProblems, floorActions } from "../aws";
import type { Declared, Leaf } from "../declared";
import { withUnknowns } from "../declared";
import type { Finding } from "../findings";
import { clockWindows, schedulesShape } from "../pool";
import { nodeWindowProblems } from "./cloud-windows";
import type { EksScheduledScalerArgs } from "./eks-scheduled-scaler-args";

/** Pulumi's type token of the component. */
export const EKS_SCHEDULED_SCALER_TYPE = "agent-autoscaling:index:EksScheduledScaler";

/** The form of `EksScheduledScalerArgs`. */
export const EKS_SCHEDULED_SHAPE: GroupShape = group(
    {
        autoScalingGroupName: input,
        minNodes: integer(0),
        maxNodes: integer(1),
        schedules: schedulesShape({ nonEmpty: true }),
        hasNodeAutoscaler: boolean,
        desiredNodes: integer(0),
    },
    { required: ["autoScalingGroupName", "minNodes", "maxNodes", "schedules"] },
);

/** Scheduled actions of an Auto Scaling group, or the reasons why there are none. */
export interface EksScheduledScalerResolution {
    readonly declared: readonly Declared[];
    readonly findings: readonly Finding[];
}

/**
 * Decides what an Auto Scaling group's own clock does.
 *
 * @param name The component's name, also the start of the name of each action.
 * @param args The arguments as the user wrote them; nothing about them is taken for granted.
 */
export function resolveEksScheduledScaler(
    name: string,
    args: EksScheduledScalerArgs,
): EksScheduledScalerResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, EKS_SCHEDULED_SHAPE)];
    if (shape.length > 0) return { declared: [], findings: shape };
    const read = copy as EksScheduledScalerArgs;
    const { schedules, minNodes, hasNodeAutoscaler = true, desiredNodes = minNodes } = read;
    const findings = [
        ...desiredProblems(read),
        ...actionCountProblems(schedules.length, ["schedules"]),
        ...nodeWindowProblems(schedules, read, "an Auto Scaling group"),
    ];
    if (findings.length > 0) return { declared: [], findings };
    const group: ScheduledGroup = {
        autoscalingGroupName: withUnknowns(read.autoScalingGroupName, [
            "autoScalingGroupName",
        ]) as Leaf<string>,
        ...(hasNodeAutoscaler ? {} : { desiredCapacity: desiredNodes }),
        floorMember: "minNodes",
        floorArgument: "minNodes",
        origins: [
            [["autoscalingGroupName"], "autoScalingGroupName"],
            [["desiredCapacity"], "desiredNodes"],
        ],
    };
    const windows = clockWindows(schedules, { minNodes }, ["minNodes"]);
    return { declared: floorActions(name, group, windows), findings };
}

function desiredProblems({
    desiredNodes,
    hasNodeAutoscaler = true,
    minNodes,
    maxNodes,
}: EksScheduledScalerArgs): Finding[] {
    if (desiredNodes === undefined) return [];
    const path = ["desiredNodes"];
    if (hasNodeAutoscaler) {
        const fix = "remove it, or set hasNodeAutoscaler to false where there is none";
        return [problem(path, "has no effect: a node autoscaler decides how many nodes there are", fix)];
    }
    if (desiredNodes >= minNodes && desiredNodes <= maxNodes) return [];
    return [
        problem(
            path,
            `is ${desiredNodes}, not between minNodes ${minNodes} and maxNodes ${maxNodes}`,
            `use ${minNodes} to ${maxNodes}`,
        ),
    ];
}
