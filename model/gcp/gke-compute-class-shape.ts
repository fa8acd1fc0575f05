import type { GroupShape } from "../arguments";
import { MACHINE, boolean, choice, group, input, integer, labelsOf, listOf, textOf } from "../arguments";
import { NODE_POOL_PROFILE_SHAPE } from "../pool";
import { GkeLocationPolicy, GkeReservationUse, GkeWhenUnsatisfiable } from "./choices";

const A_DAY_IN_MINUTES = 1440;
const percent = integer(0, 100);

/** The form of `GkeComputeClassArgs`; its bounds are those of GKE's own validation. */
export const GKE_COMPUTE_CLASS_SHAPE: GroupShape = group(
    {
        profile: NODE_POOL_PROFILE_SHAPE,
        priorities: listOf(
            group({
                machineFamily: textOf(MACHINE),
                machineType: textOf(MACHINE),
                nodePools: listOf(input, true),
                spot: boolean,
                minCores: integer(1),
                minMemoryGb: integer(1),
                accelerator: group(
                    { type: textOf(MACHINE), count: integer(1) },
                    { required: ["type", "count"] },
                ),
                zones: listOf(textOf(MACHINE), true),
                locationPolicy: choice(GkeLocationPolicy),
                reservations: choice(GkeReservationUse),
                priorityScore: integer(1, 1000),
            }),
            true,
        ),
        whenUnsatisfiable: choice(GkeWhenUnsatisfiable),
        activeMigration: boolean,
        nodePoolAutoCreation: boolean,
        serviceAccount: input,
        imageStreaming: boolean,
        autoscalingPolicy: group({
            consolidationDelayMinutes: integer(1, A_DAY_IN_MINUTES),
            consolidationThreshold: percent,
            gpuConsolidationThreshold: percent,
        }),
        labels: labelsOf(),
    },
    { required: ["profile", "priorities"] },
);
