import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource } from "@pulumi/pulumi";
import type { GkeComputeClassArgs } from "../../model/gcp";
import { GKE_COMPUTE_CLASS_TYPE, resolveGkeComputeClass } from "../../model/gcp";
import { build, outputsOf } from "../build";
import { refuse } from "../refuse";
import { outputOfChild } from "../with-outputs";
import { GCP_CLASSES } from "./gcp-classes";

/**
 * A ComputeClass of GKE: kinds of nodes in the order in which they are tried for the pods that ask for it, spot first
 * and on demand when there is none, for example. GKE makes the node pools by itself. When a rung has no room, GKE leaves
 * it out for about five minutes, so that a second family between spot and on demand saves money.
 *
 * The class has no namespace: of all stacks of a cluster only one can have its name. Pods ask for it by
 * `placement.nodePool` with the same profile, and must not ask for `cloud.google.com/gke-spot` as well.
 *
 * Checked against GKE's own validation of the object as it is published, never applied to a cluster of GKE.
 *
 * @example
 * const profile = nodePools.gkeComputeClass({ name: "agents", spot: true });
 * new GkeComputeClass("agents", {
 *     profile,
 *     priorities: [{ machineFamily: "n4", spot: true }, { machineFamily: "n2d", spot: true }, { machineFamily: "n4" }],
 * });
 */
export class GkeComputeClass extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = GKE_COMPUTE_CLASS_TYPE;

    /** The name of the class, the value of `cloud.google.com/compute-class`. */
    public readonly className: Output<string>;

    /**
     * @param name The start of the name of the resource.
     * @param args Which kinds of nodes, and in which order.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its child.
     */
    constructor(name: string, args: GkeComputeClassArgs, opts?: ComponentResourceOptions) {
        const decided = resolveGkeComputeClass(args);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(GkeComputeClass.__pulumiType, name, decided.findings.length === 0 ? args : {}, opts);
        const { children, errors } = build(this, name, decided, GCP_CLASSES);
        this.className = outputOfChild(children, "compute-class", "metadata", "name");
        this.registerOutputs(outputsOf({ className: this.className }, errors));
        refuse(this, name, errors, "GkeComputeClass");
    }
}
