import { boolean, choice, DNS_NAME, group, integer, listOf, seconds, text, textOf } from "../arguments";
import { ScalingEngine, ScalingPause, ScalingPolicyType, SelectPolicy } from "./choices";
import { TRIGGER_SHAPE } from "./trigger-shape";

const rules = group({
    stabilizationWindowSeconds: integer(0, 3600),
    selectPolicy: choice(SelectPolicy),
    policies: listOf(
        group(
            { type: choice(ScalingPolicyType), value: integer(1), periodSeconds: integer(1, 1800) },
            { required: ["type", "value", "periodSeconds"] },
        ),
        true,
    ),
    tolerance: { kind: "number", min: 0, max: 1 },
});

/** The form of `ScheduleArgs`. */
export const SCHEDULE_SHAPE = group(
    {
        name: textOf(DNS_NAME),
        start: text,
        end: text,
        timeZone: text,
        minReplicas: integer(0),
        maxReplicas: integer(1),
    },
    { required: ["name", "start", "end", "timeZone"] },
);

/** The form of `ScaleArgs`. */
export const SCALE_SHAPE = group(
    {
        minReplicas: integer(0),
        maxReplicas: integer(1),
        triggers: listOf(TRIGGER_SHAPE, true),
        schedules: listOf(SCHEDULE_SHAPE),
        scaleToZeroWhenIdle: boolean,
        engine: choice(ScalingEngine),
        behavior: group({ scaleUp: rules, scaleDown: rules }),
        pollingIntervalSeconds: integer(1),
        cooldownSeconds: seconds,
        onMetricLoss: group({ replicas: integer(1), failureThreshold: seconds }, { required: ["replicas"] }),
        pause: choice(ScalingPause),
        pausedReplicas: integer(0),
    },
    { required: ["minReplicas", "maxReplicas", "triggers"] },
);
