import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import type { input, output } from "@pulumi/kubernetes/types";
import type * as pulumi from "@pulumi/pulumi";
import { customResourceArgs } from "../custom-resource-args";
import type { ExistingResourceOptions } from "../existing-resource-options";
import { KEDA_API_VERSION } from "./api-version";
import type { TriggerAuthenticationSpec } from "./trigger-authentication-spec";

/** The arguments of a TriggerAuthentication. */
export interface TriggerAuthenticationArgs {
    /** Name, labels, and the namespace, which must be that of the scalers that refer to it. */
    metadata?: pulumi.Input<input.meta.v1.ObjectMeta>;
    spec: pulumi.Input<TriggerAuthenticationSpec>;
}

/**
 * KEDA's TriggerAuthentication: tells the triggers of one namespace where their credentials are, so that none
 * stands in a trigger's metadata. The arguments are passed on as they are; nothing is defaulted or checked here.
 *
 * @example
 * new TriggerAuthentication("queue", {
 *     metadata: { namespace: "agents" },
 *     spec: { secretTargetRef: [{ parameter: "password", name: "redis", key: "password" }] },
 * });
 */
export class TriggerAuthentication extends CustomResource {
    /** How policies recognise the kind. */
    static readonly __pulumiType = `kubernetes:${KEDA_API_VERSION}:TriggerAuthentication`;

    declare readonly metadata: pulumi.Output<output.meta.v1.ObjectMeta>;
    declare readonly spec: pulumi.Output<pulumi.Unwrap<TriggerAuthenticationSpec>>;

    constructor(name: string, args: TriggerAuthenticationArgs, opts?: pulumi.CustomResourceOptions) {
        super(name, customResourceArgs(KEDA_API_VERSION, "TriggerAuthentication", args), opts);
    }

    /** Reads a TriggerAuthentication that is on the cluster already. */
    static override get(name: string, opts: ExistingResourceOptions): TriggerAuthentication {
        return new TriggerAuthentication(name, {} as TriggerAuthenticationArgs, opts);
    }
}
