import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource, all } from "@pulumi/pulumi";
import type { EksSpotNodeGroupArgs } from "../../model/aws";
import { EKS_SPOT_NODE_GROUP_TYPE, resolveEksSpotNodeGroup } from "../../model/aws";
import { build, outputsOf } from "../build";
import { refuse } from "../refuse";
import { outputOfChild } from "../with-outputs";
import { AWS_CLASSES } from "./aws-classes";

/**
 * Spot nodes of EKS and, where wanted, a base on demand beside them: two managed node groups, since a mixed one does not
 * exist, with one launch template, the labels and taints of the profile that the pods are given too, and windows of time
 * with a higher floor.
 *
 * Sizes hold when a group is made (`sizes: CreateOnly`): an autoscaler and the schedules move them afterwards, and no
 * update puts them back. EKS takes floor, ceiling and number of nodes together and refuses a floor above the number, so to
 * change a bound later, set `sizes: Managed`, remove the schedules, and give the number of nodes that there is as
 * `desiredSize`, or the new floor where that is higher; apply, and go back. A bound that is changed without it is not applied.
 *
 * An Auto Scaling group only raises its number of nodes by the clock; when a window ends, an autoscaler has to lower it. A
 * group that is made while a window is open has its higher floor from the next time that the window opens.
 * A group that may have no nodes is tagged with its labels and taints, so that Cluster Autoscaler starts the first one.
 *
 * Its inputs are checked against the schema of the AWS provider; it was never applied to an account.
 *
 * @example
 * const instanceTypes = ["m7i.xlarge", "m7a.xlarge", "m6i.xlarge", "m5.xlarge"];
 * const profile = nodePools.eksSpot({ name: "agents-spot", instanceTypes });
 * new EksSpotNodeGroup("agents-spot", {
 *     clusterName: cluster.name, nodeRoleArn: role.arn, subnetIds, profile, instanceTypes,
 *     spot: { minSize: 0, maxSize: 20 }, onDemandBase: { minSize: 1, maxSize: 4 },
 *     schedules: [{ name: "workday", start: "0 8 * * 1-5", end: "0 19 * * 1-5", timeZone: "Europe/Berlin", minSize: 3 }],
 * });
 * // and for the pods: placement: { nodePool: profile }
 */
export class EksSpotNodeGroup extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = EKS_SPOT_NODE_GROUP_TYPE;

    /** Names of the node groups: that of the spot nodes, then that of the base where there is one. */
    public readonly nodeGroupNames: Output<string[]>;
    /** Names of their Auto Scaling groups, in the same order. */
    public readonly autoScalingGroupNames: Output<string[]>;

    /**
     * @param name The name of the spot group, and the start of that of every other resource.
     * @param args Where the nodes start, of which types, how many and when.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: EksSpotNodeGroupArgs, opts?: ComponentResourceOptions) {
        const decided = resolveEksSpotNodeGroup(name, args);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(EksSpotNodeGroup.__pulumiType, name, decided.declared.length > 0 ? args : {}, opts);
        const { children, errors } = build(this, name, decided, AWS_CLASSES);
        const groups = ["node-pool", "base"].filter((role) => children.has(role));
        this.nodeGroupNames = all(groups.map((role) => outputOfChild(children, role, "nodeGroupName")));
        this.autoScalingGroupNames = all(
            groups.map((role) =>
                outputOfChild(children, role, "resources", 0, "autoscalingGroups", 0, "name"),
            ),
        );
        const { nodeGroupNames, autoScalingGroupNames } = this;
        this.registerOutputs(outputsOf({ nodeGroupNames, autoScalingGroupNames }, errors));
        refuse(this, name, errors, "EksSpotNodeGroup");
    }
}
