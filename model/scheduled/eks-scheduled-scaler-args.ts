import type { Input } from "@pulumi/pulumi";
import type { ScheduleArgs } from "../pool";

/** The nodes of an Auto Scaling group by the clock. */
export interface EksScheduledScalerArgs {
    /** The group's name; of a managed node group `resources[0].autoscalingGroups[0].name`. */
    autoScalingGroupName: Input<string>;
    /** Fewest nodes where no window is open: the group's own minimum. */
    minNodes: number;
    /** Most nodes, the group's own maximum, which no window may go beyond; it is not changed. */
    maxNodes: number;
    /** When more or fewer nodes are kept; each window gives `minNodes`. */
    schedules: ScheduleArgs[];
    /**
     * Whether cluster-autoscaler or another autoscaler takes away nodes that nobody needs. Without one nothing shrinks the
     * group at the end of a window, so the closing action sets the number of nodes too. Default: true.
     */
    hasNodeAutoscaler?: boolean;
    /** Nodes to go back to at the end of a window, without a node autoscaler. Default: `minNodes`. */
    desiredNodes?: number;
}
