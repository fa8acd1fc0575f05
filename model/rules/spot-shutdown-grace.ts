import type { Fleet } from "../fleet";
import { known } from "../fleet";
import type { Rule } from "./rule";

/** A longer end for machines that no one takes away. */
export const spotShutdownGrace: Rule = {
    id: "spot-shutdown-grace",
    severity: "error",
    impact: "high",
    tags: ["capacity", "spot"],
    title: "Only a spot node pool of GKE states a shutdown grace period.",
    why: "GKE refuses the node pool: the field is for machines that are taken away at short notice.",
    source: "GKE, Spot VMs: kubeletConfig.shutdownGracePeriodSeconds; terraform-provider-google container_cluster docs",
    *check({ nodePools }: Fleet) {
        for (const { declared, cloud, isSpot, shutdownGraceSeconds: grace } of nodePools) {
            // Whether the pool is on spot may be known only after apply; GKE then answers itself.
            if (cloud !== "gke" || grace.value === undefined) continue;
            if (isSpot.value !== undefined && known(isSpot) !== false) continue;
            yield {
                declared,
                path: grace.path,
                message: "shutdownGracePeriodSeconds is given, and the pool is not on spot",
                fix: "remove it, or set nodeConfig.spot",
            };
        }
    },
};
