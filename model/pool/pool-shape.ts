import type { GroupShape } from "../arguments";
import {
    anyText,
    boolean,
    choice,
    DAY,
    DNS_NAME,
    group,
    inputOf,
    integer,
    labelsOf,
    listOf,
    mapOf,
    OBJECT_NAME,
    PODS_OR_PERCENT,
    POSITIVE_QUANTITY,
    QUALIFIED_NAME,
    RESOURCE_NAME,
    text,
    textOf,
} from "../arguments";
import { AgentArchetype, AgentState, QosClass, VerticalMode, VerticalResource, WaitFor } from "./choices";
import { PROBE_SHAPE } from "./container-shape";
import { PLACEMENT_SHAPE } from "./placement-shape";
import { PLATFORM_SHAPE } from "./platform-shape";
import { SCALE_SHAPE } from "./scale-shape";
import { WORKLOAD_SHAPE } from "./workload-shape";

/** A year; what is made from it (a grace period, a cooldown) must be an int32 of seconds. */
const MOST_SECONDS = 31_536_000;
/** More than anyone pays for a pool in a month. */
const MOST_USD = 1_000_000_000;

/** The form of `TaskArgs`. */
export const TASK_SHAPE = group({
    typicalSeconds: { kind: "number", above: 0, max: MOST_SECONDS },
    p99Seconds: { kind: "number", above: 0, max: MOST_SECONDS },
    concurrency: integer(1),
    coldStartSeconds: { kind: "number", min: 0, max: MOST_SECONDS },
    redelivered: boolean,
    interruptible: boolean,
    state: choice(AgentState),
});

const vertical = group({
    mode: choice(VerticalMode),
    resources: listOf(choice(VerticalResource), true),
    minAllowed: mapOf(textOf(POSITIVE_QUANTITY), RESOURCE_NAME, true),
    maxAllowed: mapOf(textOf(POSITIVE_QUANTITY), RESOURCE_NAME, true),
    container: textOf(DNS_NAME),
    minReplicas: integer(1),
});

const adopt = group({
    deployment: group(
        { deploymentUrn: text, matchLabels: labelsOf({ nonEmpty: true }), name: textOf(OBJECT_NAME) },
        { required: ["deploymentUrn", "matchLabels"] },
    ),
    horizontalPodAutoscaler: textOf(OBJECT_NAME),
});

/** The form of `AutoscaledAgentPoolArgs`; a test holds it equal to the package's schema. */
export const POOL_SHAPE: GroupShape = group(
    {
        archetype: choice(AgentArchetype),
        namespace: inputOf(DNS_NAME),
        workload: WORKLOAD_SHAPE,
        task: TASK_SHAPE,
        scale: SCALE_SHAPE,
        vertical,
        budget: group(
            { usdPerMonth: { kind: "number", min: 0, max: MOST_USD } },
            { required: ["usdPerMonth"] },
        ),
        disruption: group(
            { maxUnavailable: textOf(PODS_OR_PERCENT), minAvailable: textOf(PODS_OR_PERCENT) },
            { exactlyOne: [["maxUnavailable", "minAvailable"]] },
        ),
        qosClass: choice(QosClass),
        placement: PLACEMENT_SHAPE,
        probes: group({ startup: PROBE_SHAPE, readiness: PROBE_SHAPE, liveness: PROBE_SHAPE }),
        adopt,
        waitFor: choice(WaitFor),
        waitSeconds: integer(1),
        exemptions: listOf(
            group({ rule: text, reason: text, until: textOf(DAY) }, { required: ["rule", "reason"] }),
        ),
        labels: labelsOf(),
        annotations: mapOf(anyText, QUALIFIED_NAME),
        platform: PLATFORM_SHAPE,
    },
    { required: ["archetype", "namespace", "workload", "scale"] },
);
