import type { GroupShape } from "../arguments";
import {
    DAY,
    DNS_NAME,
    choice,
    group,
    input,
    inputOf,
    integer,
    labelsOf,
    listOf,
    text,
    textOf,
} from "../arguments";
import { PLACEMENT_SHAPE, PLATFORM_SHAPE, RESOURCES_SHAPE, TASK_SHAPE, schedulesShape } from "../pool";
import { WarmStrategy } from "./choices";
import { HIGHEST_PRIORITY, LOWEST_PRIORITY } from "../capacity";

/** The form of `WarmCapacityArgs`. */
export const WARM_SHAPE: GroupShape = group(
    {
        namespace: inputOf(DNS_NAME),
        of: group(
            { resources: RESOURCES_SHAPE, placement: PLACEMENT_SHAPE, task: TASK_SHAPE },
            { required: ["resources"] },
        ),
        replicas: integer(0),
        strategy: choice(WarmStrategy),
        schedules: schedulesShape({ nonEmpty: true }),
        priority: integer(LOWEST_PRIORITY, HIGHEST_PRIORITY),
        image: input,
        platform: PLATFORM_SHAPE,
        exemptions: listOf(
            group({ rule: text, reason: text, until: textOf(DAY) }, { required: ["rule", "reason"] }),
        ),
        labels: labelsOf(),
    },
    { required: ["namespace", "of", "replicas"] },
);
