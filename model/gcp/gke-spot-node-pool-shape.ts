import type { GroupShape } from "../arguments";
import { MACHINE, boolean, choice, group, input, integer, listOf, textOf } from "../arguments";
import { NODE_POOL_PROFILE_SHAPE, PLATFORM_SHAPE } from "../pool";
import { GkeLocationPolicy, GkeNodeImage, GkeNodeSandbox } from "./choices";
import { RESOURCE_LABELS } from "./google-names";

const count = group(
    { totalMinNodeCount: integer(0), totalMaxNodeCount: integer(1) },
    { required: ["totalMinNodeCount", "totalMaxNodeCount"] },
);

const A_DAY = 86_400;
const SEVEN_DAYS = 604_800;

/** The form of `GkeSpotNodePoolArgs`. */
export const GKE_SPOT_NODE_POOL_SHAPE: GroupShape = group(
    {
        cluster: input,
        location: input,
        project: input,
        nodeLocations: listOf(input, true),
        profile: NODE_POOL_PROFILE_SHAPE,
        machineType: textOf(MACHINE),
        spot: count,
        onDemandBase: count,
        locationPolicy: choice(GkeLocationPolicy),
        criticalGraceSeconds: integer(0),
        image: choice(GkeNodeImage),
        imageStreaming: boolean,
        sandbox: choice(GkeNodeSandbox),
        accelerator: group({ type: textOf(MACHINE), count: integer(1) }, { required: ["type", "count"] }),
        serviceAccount: input,
        upgrade: group({ maxSurge: integer(0), maxUnavailable: integer(0) }),
        // GKE ComputeClass API, NodeDrainConfig: a grace of 24 hours and a timeout of 168 hours at most.
        drain: group(
            { graceSeconds: integer(0, A_DAY), budgetSeconds: integer(0, SEVEN_DAYS) },
            { required: ["graceSeconds", "budgetSeconds"] },
        ),
        scheduled: boolean,
        resourceLabels: RESOURCE_LABELS,
        platform: PLATFORM_SHAPE,
    },
    { required: ["cluster", "location", "profile", "spot"] },
);
