import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource, output } from "@pulumi/pulumi";
import type { ScheduledScalerArgs } from "../model/scheduled";
import { resolveScheduledScaler, SCHEDULED_SCALER_TYPE } from "../model/scheduled";
import { build, outputsOf } from "./build";
import { refuse } from "./refuse";

/**
 * Scales one object of the cluster by the clock. A Deployment or StatefulSet that nothing else scales gets a ScaledObject
 * with KEDA's cron triggers; a workload can have one autoscaler only, so of one that has one aim at that. Bounds of an
 * autoscaler and the size of a CapacityBuffer are set by two CronJobs for each window, whose ServiceAccount may read and
 * patch that one object and nothing else. A pool of this package needs none of it: give it `scale.schedules`.
 *
 * CronJobs act at the edges of the windows: what a stack creates in the middle of one holds until the first edge that
 * comes. A Pulumi program that declares the target must leave the field to the clock: `ignoreChanges:
 * ["spec.maxReplicaCount"]` (of an HPA `spec.maxReplicas`, of a CapacityBuffer `spec.replicas`). Where a NetworkPolicy
 * denies by default, let pods with the label `agent-autoscaling/clock` reach the API server.
 *
 * Nodes are scaled by `EksScheduledScaler` of `agent-autoscaling/aws` and `GkeScheduledScaler` of `agent-autoscaling/gcp`,
 * from the same `ScheduleArgs`: components of their own, since this entry must not load the SDK of a cloud.
 *
 * @example
 * new ScheduledScaler("research-night", {
 *     namespace: "agents",
 *     target: { kind: ScheduledKind.ScaledObject, name: "research" },
 *     outside: { maxReplicas: 40 },
 *     schedules: [{ name: "night", start: "0 22 * * *", end: "0 6 * * *", timeZone: "Europe/Berlin", maxReplicas: 5 }],
 * });
 */
export class ScheduledScaler extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = SCHEDULED_SCALER_TYPE;

    /** The names of the CronJobs, to start one by hand: `kubectl create job --from=cronjob/NAME now`. */
    public readonly cronJobNames: Output<string[]>;

    /**
     * @param name The start of the name of every object; of a ScaledObject its name.
     * @param args What is scaled, what holds in each window, and what outside of them.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: ScheduledScalerArgs, opts?: ComponentResourceOptions) {
        const decided = resolveScheduledScaler(name, args);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(ScheduledScaler.__pulumiType, name, decided.findings.length === 0 ? args : {}, opts);
        const { children, errors } = build(this, name, decided);
        const made = children.size === 0 ? [] : decided.declared;
        this.cronJobNames = output(
            made
                .filter(({ object }) => object.kind === "CronJob")
                .map(({ object }) => object.metadata["name"] as string),
        );
        this.registerOutputs(outputsOf({ cronJobNames: this.cronJobNames }, errors));
        refuse(this, name, errors, "ScheduledScaler");
    }
}
