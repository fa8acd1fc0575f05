import type { GroupShape } from "../arguments";
import { DNS_NAME, OBJECT_NAME, choice, group, input, inputOf, integer, labelsOf } from "../arguments";
import { PLATFORM_SHAPE, schedulesShape } from "../pool";
import { ScheduledKind } from "./choices";

/** The form of `ScheduledScalerArgs`. */
export const SCHEDULED_SHAPE: GroupShape = group(
    {
        namespace: inputOf(DNS_NAME),
        target: group(
            { kind: choice(ScheduledKind), name: inputOf(OBJECT_NAME) },
            { required: ["kind", "name"] },
        ),
        outside: group({ minReplicas: integer(0), maxReplicas: integer(1), warmReplicas: integer(0) }),
        schedules: schedulesShape({ nonEmpty: true }),
        image: input,
        labels: labelsOf(),
        platform: PLATFORM_SHAPE,
    },
    { required: ["namespace", "target", "outside", "schedules"] },
);
