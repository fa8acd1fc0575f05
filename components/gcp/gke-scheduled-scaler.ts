import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource, output } from "@pulumi/pulumi";
import type { GkeScheduledScalerArgs } from "../../model/scheduled";
import { GKE_SCHEDULED_SCALER_TYPE, resolveGkeScheduledScaler } from "../../model/scheduled";
import { build, outputsOf } from "../build";
import { refuse } from "../refuse";
import { outputOfChild } from "../with-outputs";
import { GCP_CLASSES } from "./gcp-classes";

/**
 * Keeps more nodes of a GKE node pool, or fewer, by the clock: two jobs of Cloud Scheduler for each window, which set the
 * pool's autoscaling, and a service account whose one permission is `container.clusters.update`. GKE has no permission for
 * a single node pool, so it holds for the clusters of the project.
 *
 * A node pool that is declared in Pulumi must leave its bounds to the clock: `ignoreChanges: ["autoscaling"]`. What is
 * created in the middle of a window holds until the first edge that comes. The API of Cloud Scheduler must be on. The
 * resources are checked against the provider's schema; they were never applied to an account.
 *
 * @example
 * new GkeScheduledScaler("agents-workday", {
 *     project: "my-project",
 *     location: "europe-west1",
 *     clusterName: "agents",
 *     nodePoolName: "agents-spot",
 *     schedulerRegion: "europe-west1",
 *     minNodes: 1,
 *     maxNodes: 20,
 *     locationPolicy: GkeLocationPolicy.Any,
 *     schedules: [{ name: "workday", start: "30 7 * * 1-5", end: "0 19 * * 1-5", timeZone: "Europe/Berlin", minNodes: 5 }],
 * });
 */
export class GkeScheduledScaler extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = GKE_SCHEDULED_SCALER_TYPE;

    /** The names of the jobs, to run one by hand: `gcloud scheduler jobs run NAME --location REGION`. */
    public readonly jobNames: Output<string[]>;
    /** The address of the service account that calls. */
    public readonly serviceAccountEmail: Output<string>;

    /**
     * @param name The start of the name of every resource.
     * @param args Which node pool, between which bounds, and when.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: GkeScheduledScalerArgs, opts?: ComponentResourceOptions) {
        const decided = resolveGkeScheduledScaler(name, args);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(GkeScheduledScaler.__pulumiType, name, decided.findings.length === 0 ? args : {}, opts);
        const { children, errors } = build(this, name, decided, GCP_CLASSES);
        const jobs = decided.declared.filter(({ object }) => object.kind === "Job");
        this.jobNames = output(errors.length > 0 ? [] : jobs.map(({ object }) => object["name"] as string));
        this.serviceAccountEmail = outputOfChild(children, "account", "email");
        const { jobNames, serviceAccountEmail } = this;
        this.registerOutputs(outputsOf({ jobNames, serviceAccountEmail }, errors));
        refuse(this, name, errors, "GkeScheduledScaler");
    }
}
