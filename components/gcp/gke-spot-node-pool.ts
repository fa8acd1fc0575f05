import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource } from "@pulumi/pulumi";
import type { GkeSpotNodePoolArgs } from "../../model/gcp";
import { GKE_SPOT_NODE_POOL_TYPE, resolveGkeSpotNodePool } from "../../model/gcp";
import { build, outputsOf } from "../build";
import { refuse } from "../refuse";
import { outputOfChild } from "../with-outputs";
import { GCP_CLASSES } from "./gcp-classes";

/**
 * Spot nodes of GKE for pools of agents, and nodes on demand beside them for the hours in which there is no spot:
 * autoscaled in total over all zones, repaired and upgraded by GKE, with label and taints from the profile that the pools
 * of agents are placed by. Pods with that profile land on spot and base alike, and no others do.
 *
 * A change of `cluster`, `location`, `project`, `sandbox`, `accelerator` or `serviceAccount` replaces the node pools. Their
 * names are made by Pulumi, so that the new nodes are there before the old ones are drained; `protect` in the options
 * refuses a replacement altogether. The machine, the image, labels, taints, bounds and the notice change in place.
 *
 * Checked against the provider's schema, never applied to an account.
 *
 * @example
 * const profile = nodePools.gkeSpot({ name: "research", machineType: "n4-standard-4", shutdownGraceSeconds: 120 });
 * const nodes = new GkeSpotNodePool("research", {
 *     cluster: cluster.name, location: cluster.location, profile,
 *     spot: { totalMinNodeCount: 0, totalMaxNodeCount: 20 },
 *     onDemandBase: { totalMinNodeCount: 1, totalMaxNodeCount: 4 },
 * });
 * // In each pool of agents: placement: { nodePool: profile }
 */
export class GkeSpotNodePool extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = GKE_SPOT_NODE_POOL_TYPE;

    /** The name of the pool of spot nodes, for a schedule or a rung of a ComputeClass. */
    public readonly nodePoolName: Output<string>;
    /** The name of the pool of nodes on demand; empty where there is none. */
    public readonly baseNodePoolName: Output<string>;
    /** The address of the nodes' Google service account, for roles on registries of other projects. */
    public readonly serviceAccountEmail: Output<string>;

    /**
     * @param name The start of the name of every resource.
     * @param args Which nodes, and how many of them.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: GkeSpotNodePoolArgs, opts?: ComponentResourceOptions) {
        const decided = resolveGkeSpotNodePool(name, args);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(GkeSpotNodePool.__pulumiType, name, decided.findings.length === 0 ? args : {}, opts);
        const { children, errors } = build(this, name, decided, GCP_CLASSES);
        this.nodePoolName = outputOfChild(children, "node-pool", "name");
        this.baseNodePoolName = outputOfChild(children, "base", "name");
        this.serviceAccountEmail = outputOfChild(children, "node-pool", "nodeConfig", "serviceAccount");
        const { nodePoolName, baseNodePoolName, serviceAccountEmail } = this;
        this.registerOutputs(outputsOf({ nodePoolName, baseNodePoolName, serviceAccountEmail }, errors));
        refuse(this, name, errors, "GkeSpotNodePool");
    }
}
