import type { Input } from "@pulumi/pulumi";
import type { PlatformArgs } from "../platform";
import type { ExemptionArgs, PlacementArgs, ResourcesArgs, ScheduleArgs, TaskArgs } from "../pool";
import type { WarmStrategy } from "./choices";

/**
 * Room that is kept free on nodes, so that the first pods of a burst start at once and new nodes are bought behind them.
 *
 * @example { namespace: "agents", of: { resources: worker.resources, placement: { nodePool: spotNodes } }, replicas: 3 }
 */
export interface WarmCapacityArgs {
    /** The namespace of the pods that take the room; its quotas count placeholders too. */
    namespace: Input<string>;
    /** What the pods look like for which room is kept. */
    of: WarmPodArgs;
    /** For how many pods there is room outside of the schedules; 0 where only they ask for some. */
    replicas: number;
    /** How the room is kept. Default: `Auto`. */
    strategy?: WarmStrategy;
    /** Windows with another number, each in `minReplicas`; of placeholder pods only, by KEDA. Default: none. */
    schedules?: ScheduleArgs[];
    /**
     * The priority of placeholder pods, from -10 to -1: below -10 cluster-autoscaler buys no node for them, and from 0 on
     * pods without a priority class cannot take their place. Default: -10.
     */
    priority?: number;
    /** The image of placeholder pods, for clusters with a registry of their own. Default: `registry.k8s.io/pause:3.10.1`. */
    image?: Input<string>;
    /** Facts of the cluster. Default: nothing is known. */
    platform?: PlatformArgs;
    /** Rules that do not hold for it, each with a reason. */
    exemptions?: ExemptionArgs[];
    /** Labels for every object and for the placeholder pods. */
    labels?: Record<string, string>;
}

/** What the pods of a pool look like to the scheduler; the pool's own arguments fit here as they are. */
export interface WarmPodArgs {
    /**
     * What one pod requests: `workload.container.resources` of the pool, with the requests of its sidecars added. Limits
     * are not used.
     */
    resources: ResourcesArgs;
    /**
     * On which nodes the room is: `placement` of the pool. Its priority class is that of the pool's pods, not of
     * placeholders. Default: any node.
     */
    placement?: PlacementArgs;
    /** What one task is like, for what is shown beside the cost: only `coldStartSeconds` is used. Default: not known. */
    task?: TaskArgs;
}
