import type { Input } from "@pulumi/pulumi";
import type { GkeLocationPolicy } from "../gcp";
import type { ScheduleArgs } from "../pool";

/** The nodes of a GKE node pool by the clock. */
export interface GkeScheduledScalerArgs {
    /** The project of the cluster, by its id. */
    project: Input<string>;
    /** The region or zone of the cluster. */
    location: Input<string>;
    /** The cluster's name. */
    clusterName: Input<string>;
    /** The node pool's name. */
    nodePoolName: Input<string>;
    /** The region in which Cloud Scheduler keeps the jobs; a zone is none. */
    schedulerRegion: Input<string>;
    /** Fewest nodes of all zones together where no window is open. */
    minNodes: number;
    /** Most nodes of all zones together, which no window may go beyond. */
    maxNodes: number;
    /** How new nodes are spread over zones, as the node pool has it: each call replaces the whole setting. */
    locationPolicy: GkeLocationPolicy;
    /** When more or fewer nodes are kept; each window gives `minNodes`. */
    schedules: ScheduleArgs[];
    /** The id of the service account that is made for the calls, 6 to 30 characters. Default: the component's name. */
    accountId?: string;
}
