import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource, output } from "@pulumi/pulumi";
import type { EksScheduledScalerArgs } from "../../model/scheduled";
import { EKS_SCHEDULED_SCALER_TYPE, resolveEksScheduledScaler } from "../../model/scheduled";
import { build, outputsOf } from "../build";
import { refuse } from "../refuse";
import { AWS_CLASSES } from "./aws-classes";

/**
 * Keeps more nodes of an Auto Scaling group, or fewer, by the clock: two scheduled actions for each window, which set the
 * group's minimum. EKS has no schedules of its own.
 *
 * A group that is declared in Pulumi must leave its sizes to the clock: `ignoreChanges: ["scalingConfig.minSize",
 * "scalingConfig.desiredSize"]`. What is created in the middle of a window holds until the first edge that comes. The
 * actions are checked against the provider's schema; they were never applied to an account.
 *
 * @example
 * new EksScheduledScaler("agents-workday", {
 *     autoScalingGroupName: spot.resources[0].autoscalingGroups[0].name,
 *     minNodes: 1,
 *     maxNodes: 20,
 *     schedules: [{ name: "workday", start: "30 7 * * 1-5", end: "0 19 * * 1-5", timeZone: "Europe/Berlin", minNodes: 5 }],
 * });
 */
export class EksScheduledScaler extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = EKS_SCHEDULED_SCALER_TYPE;

    /** The names of the scheduled actions. */
    public readonly actionNames: Output<string[]>;

    /**
     * @param name The start of the name of every action.
     * @param args Which group, between which sizes, and when.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: EksScheduledScalerArgs, opts?: ComponentResourceOptions) {
        const decided = resolveEksScheduledScaler(name, args);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(EksScheduledScaler.__pulumiType, name, decided.findings.length === 0 ? args : {}, opts);
        const { errors } = build(this, name, decided, AWS_CLASSES);
        const made = errors.length === 0 ? decided.declared : [];
        this.actionNames = output(made.map(({ object }) => object["scheduledActionName"] as string));
        this.registerOutputs(outputsOf({ actionNames: this.actionNames }, errors));
        refuse(this, name, errors, "EksScheduledScaler");
    }
}
