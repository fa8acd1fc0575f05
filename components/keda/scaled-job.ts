import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import type { input, output } from "@pulumi/kubernetes/types";
import type * as pulumi from "@pulumi/pulumi";
import { customResourceArgs } from "../custom-resource-args";
import type { ExistingResourceOptions } from "../existing-resource-options";
import { KEDA_API_VERSION } from "./api-version";
import type { ScaledJobSpec } from "./scaled-job-spec";

/** The arguments of a ScaledJob. */
export interface ScaledJobArgs {
    /** Name (63 characters at most, since pods carry it as a label), namespace, labels and KEDA's annotations. */
    metadata?: pulumi.Input<input.meta.v1.ObjectMeta>;
    spec: pulumi.Input<ScaledJobSpec>;
}

/**
 * KEDA's ScaledJob: starts a Kubernetes job for each piece of work, and no HPA. KEDA must be installed in the
 * cluster. The arguments are passed on as they are; nothing is defaulted or checked here.
 *
 * @example
 * new ScaledJob("digest", {
 *     metadata: { namespace: "agents" },
 *     spec: {
 *         jobTargetRef: { template: { spec: { containers: [{ name: "agent", image: "ghcr.io/acme/digest:2.0" }] } } },
 *         rollout: { strategy: "gradual" },
 *         triggers: [{ type: "redis", metadata: { address: "redis:6379", listName: "digests", listLength: "1" } }],
 *     },
 * });
 */
export class ScaledJob extends CustomResource {
    /** How policies recognise the kind. */
    static readonly __pulumiType = `kubernetes:${KEDA_API_VERSION}:ScaledJob`;

    declare readonly metadata: pulumi.Output<output.meta.v1.ObjectMeta>;
    declare readonly spec: pulumi.Output<pulumi.Unwrap<ScaledJobSpec>>;

    constructor(name: string, args: ScaledJobArgs, opts?: pulumi.CustomResourceOptions) {
        super(name, customResourceArgs(KEDA_API_VERSION, "ScaledJob", args), opts);
    }

    /** Reads a ScaledJob that is on the cluster already. */
    static override get(name: string, opts: ExistingResourceOptions): ScaledJob {
        return new ScaledJob(name, {} as ScaledJobArgs, opts);
    }
}
