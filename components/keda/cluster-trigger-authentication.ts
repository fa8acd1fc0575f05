import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import type { input, output } from "@pulumi/kubernetes/types";
import type * as pulumi from "@pulumi/pulumi";
import { customResourceArgs } from "../custom-resource-args";
import type { ExistingResourceOptions } from "../existing-resource-options";
import { KEDA_API_VERSION } from "./api-version";
import type { ClusterTriggerAuthenticationSpec } from "./trigger-authentication-spec";

/** The arguments of a ClusterTriggerAuthentication. */
export interface ClusterTriggerAuthenticationArgs {
    /** Name and labels; the kind has no namespace. */
    metadata?: pulumi.Input<input.meta.v1.ObjectMeta>;
    spec: pulumi.Input<ClusterTriggerAuthenticationSpec>;
}

/**
 * KEDA's ClusterTriggerAuthentication: a TriggerAuthentication that scalers of every namespace may refer to. The
 * arguments are passed on as they are; nothing is defaulted or checked here.
 *
 * @example
 * new ClusterTriggerAuthentication("aws", { spec: { podIdentity: { provider: "aws" } } });
 */
export class ClusterTriggerAuthentication extends CustomResource {
    /** How policies recognise the kind. */
    static readonly __pulumiType = `kubernetes:${KEDA_API_VERSION}:ClusterTriggerAuthentication`;

    declare readonly metadata: pulumi.Output<output.meta.v1.ObjectMeta>;
    declare readonly spec: pulumi.Output<pulumi.Unwrap<ClusterTriggerAuthenticationSpec>>;

    constructor(name: string, args: ClusterTriggerAuthenticationArgs, opts?: pulumi.CustomResourceOptions) {
        super(name, customResourceArgs(KEDA_API_VERSION, "ClusterTriggerAuthentication", args), opts);
    }

    /** Reads a ClusterTriggerAuthentication that is on the cluster already. */
    static override get(name: string, opts: ExistingResourceOptions): ClusterTriggerAuthentication {
        return new ClusterTriggerAuthentication(name, {} as ClusterTriggerAuthenticationArgs, opts);
    }
}
