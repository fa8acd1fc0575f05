import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import type { input, output } from "@pulumi/kubernetes/types";
import type * as pulumi from "@pulumi/pulumi";
import { customResourceArgs } from "../custom-resource-args";
import type { ExistingResourceOptions } from "../existing-resource-options";
import { VPA_API_VERSION } from "./api-version";
import type { VerticalPodAutoscalerSpec } from "./vertical-pod-autoscaler-spec";

/** The arguments of a VerticalPodAutoscaler. */
export interface VerticalPodAutoscalerArgs {
    /** Name, namespace, labels and annotations. */
    metadata?: pulumi.Input<input.meta.v1.ObjectMeta>;
    spec: pulumi.Input<VerticalPodAutoscalerSpec>;
}

/**
 * A VerticalPodAutoscaler: recommends what the containers of a workload should request, and gives it to its pods where
 * its mode says so. VPA must be installed in the cluster. The arguments are passed on as they are; nothing is
 * defaulted or checked here.
 *
 * @example
 * new VerticalPodAutoscaler("research", {
 *     metadata: { namespace: "agents" },
 *     spec: {
 *         targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "research" },
 *         updatePolicy: { updateMode: "Off" },
 *         resourcePolicy: { containerPolicies: [{ containerName: "agent", controlledResources: ["memory"] }] },
 *     },
 * });
 */
export class VerticalPodAutoscaler extends CustomResource {
    /** How policies recognise the kind. */
    static readonly __pulumiType = `kubernetes:${VPA_API_VERSION}:VerticalPodAutoscaler`;

    declare readonly metadata: pulumi.Output<output.meta.v1.ObjectMeta>;
    declare readonly spec: pulumi.Output<pulumi.Unwrap<VerticalPodAutoscalerSpec>>;

    constructor(name: string, args: VerticalPodAutoscalerArgs, opts?: pulumi.CustomResourceOptions) {
        super(name, customResourceArgs(VPA_API_VERSION, "VerticalPodAutoscaler", args), opts);
    }

    /** Reads a VerticalPodAutoscaler that is on the cluster already. */
    static override get(name: string, opts: ExistingResourceOptions): VerticalPodAutoscaler {
        return new VerticalPodAutoscaler(name, {} as VerticalPodAutoscalerArgs, opts);
    }
}
