import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource } from "@pulumi/pulumi";
import type { GkeKedaIdentityArgs } from "../../model/gcp";
import { GKE_KEDA_IDENTITY_TYPE, resolveGkeKedaIdentity } from "../../model/gcp";
import { build, outputsOf } from "../build";
import { refuse } from "../refuse";
import { outputOfChild } from "../with-outputs";
import { GCP_CLASSES } from "./gcp-classes";

/**
 * What KEDA's operator may read in Google Cloud, so that triggers with `gcpPodIdentity` need no key: metrics of the
 * project, by which Pub/Sub, Cloud Tasks, Cloud Monitoring and Managed Prometheus are read, and which objects there are in
 * the buckets that are named, not what is in them. The node pool on which the operator runs needs workload identity, as a
 * `GkeSpotNodePool` has it.
 *
 * With buckets a role is made whose id is the component's name, so no other component of that name may make one in the
 * project; Google Cloud gives the id of a deleted role to a new one only after 37 days, though it can be restored for 7.
 *
 * Checked against the provider's schema, never applied to an account.
 *
 * @example
 * const identity = new GkeKedaIdentity("keda", { project: "acme-agents", projectNumber: "123456789012" });
 * // KEDA's chart; without a Google service account the address is empty, and the chart then sets no annotation.
 * const values = { podIdentity: { gcp: { enabled: true, gcpIAMServiceAccount: identity.serviceAccountEmail } } };
 */
export class GkeKedaIdentity extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = GKE_KEDA_IDENTITY_TYPE;

    /** Who has the roles, as IAM names it, for roles on queues and buckets of other projects. */
    public readonly member: Output<string>;
    /**
     * The address of the Google service account, for KEDA's chart (`podIdentity.gcp.gcpIAMServiceAccount`) or the annotation
     * `iam.gke.io/gcp-service-account` of the operator's service account; empty with `Principal`, which needs neither.
     */
    public readonly serviceAccountEmail: Output<string>;

    /**
     * @param name The start of the name of every resource.
     * @param args As whom KEDA asks, and what it may read.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: GkeKedaIdentityArgs, opts?: ComponentResourceOptions) {
        const decided = resolveGkeKedaIdentity(name, args);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(GkeKedaIdentity.__pulumiType, name, decided.findings.length === 0 ? args : {}, opts);
        const { children, errors } = build(this, name, decided, GCP_CLASSES);
        this.member = outputOfChild(children, "monitoring", "member");
        this.serviceAccountEmail = outputOfChild(children, "account", "email");
        const { member, serviceAccountEmail } = this;
        this.registerOutputs(outputsOf({ member, serviceAccountEmail }, errors));
        refuse(this, name, errors, "GkeKedaIdentity");
    }
}
