import type { Declared } from "../declared";
import { declare } from "../declared";
import type { Pool } from "../pool";
import { METADATA_ORIGINS, poolMetadata } from "./metadata";
import { scaleTarget, workloadRole } from "./scale-target";

/**
 * The VerticalPodAutoscaler beside the pool's own autoscaler. Only one container is sized: without the policy for all
 * others it would resize the sidecars too (VPA 1.7.3 docs/sidecar-containers.md).
 */
export function verticalPodAutoscaler(pool: Pool): Declared | undefined {
    const { vertical } = pool;
    if (vertical === undefined) return undefined;
    const { mode, container, resources, minAllowed, maxAllowed, minReplicas } = vertical;
    const policy = ["spec", "resourcePolicy", "containerPolicies", 0];
    return declare(
        "vertical",
        {
            apiVersion: "autoscaling.k8s.io/v1",
            kind: "VerticalPodAutoscaler",
            metadata: poolMetadata(pool, pool.name),
            spec: {
                targetRef: scaleTarget(pool),
                updatePolicy: {
                    updateMode: mode,
                    ...(minReplicas === undefined ? {} : { minReplicas }),
                },
                resourcePolicy: {
                    containerPolicies: [
                        {
                            containerName: container,
                            controlledResources: resources,
                            ...(minAllowed === undefined ? {} : { minAllowed }),
                            ...(maxAllowed === undefined ? {} : { maxAllowed }),
                        },
                        { containerName: "*", mode: "Off" },
                    ],
                },
            },
        },
        [
            ...METADATA_ORIGINS,
            [["spec"], "vertical"],
            [["spec", "targetRef"], "workload"],
            [["spec", "updatePolicy", "updateMode"], "vertical.mode"],
            [["spec", "updatePolicy", "minReplicas"], "vertical.minReplicas"],
            [[...policy, "containerName"], "vertical.container"],
            [[...policy, "controlledResources"], "vertical.resources"],
            [[...policy, "minAllowed"], "vertical.minAllowed", "mirrored"],
            [[...policy, "maxAllowed"], "vertical.maxAllowed", "mirrored"],
        ],
        { deleteBeforeReplace: true, dependsOn: [workloadRole(pool)] },
    );
}
