import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import type { input, output } from "@pulumi/kubernetes/types";
import type * as pulumi from "@pulumi/pulumi";
import { customResourceArgs } from "../custom-resource-args";
import type { ExistingResourceOptions } from "../existing-resource-options";
import { KEDA_API_VERSION } from "./api-version";
import type { ScaledObjectSpec } from "./scaled-object-spec";

/** The arguments of a ScaledObject. */
export interface ScaledObjectArgs {
    /** Name (54 characters at most, since the HPA's is longer by 9), namespace, labels and KEDA's annotations. */
    metadata?: pulumi.Input<input.meta.v1.ObjectMeta>;
    spec: pulumi.Input<ScaledObjectSpec>;
}

/**
 * KEDA's ScaledObject: scales a workload by the triggers' metrics, to zero as well. KEDA must be installed in
 * the cluster. The arguments are passed on as they are; nothing is defaulted or checked here.
 *
 * @example
 * new ScaledObject("research", {
 *     metadata: { namespace: "agents" },
 *     spec: {
 *         scaleTargetRef: { name: "research" },
 *         minReplicaCount: 1,
 *         maxReplicaCount: 20,
 *         triggers: [{ type: "cpu", metricType: "Utilization", metadata: { value: "70" } }],
 *     },
 * });
 */
export class ScaledObject extends CustomResource {
    /** How policies recognise the kind. */
    static readonly __pulumiType = `kubernetes:${KEDA_API_VERSION}:ScaledObject`;

    declare readonly metadata: pulumi.Output<output.meta.v1.ObjectMeta>;
    declare readonly spec: pulumi.Output<pulumi.Unwrap<ScaledObjectSpec>>;

    constructor(name: string, args: ScaledObjectArgs, opts?: pulumi.CustomResourceOptions) {
        super(name, customResourceArgs(KEDA_API_VERSION, "ScaledObject", args), opts);
    }

    /** Reads a ScaledObject that is on the cluster already. */
    static override get(name: string, opts: ExistingResourceOptions): ScaledObject {
        return new ScaledObject(name, {} as ScaledObjectArgs, opts);
    }
}
