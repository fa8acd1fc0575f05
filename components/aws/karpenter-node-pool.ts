import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource, output } from "@pulumi/pulumi";
import type { KarpenterNodePoolArgs } from "../../model/aws";
import { KARPENTER_NODE_POOL_TYPE, resolveKarpenterNodePool } from "../../model/aws";
import { build, outputsOf } from "../build";
import { refuse } from "../refuse";

/**
 * Nodes that Karpenter buys when agents wait for room: a NodePool with its EC2NodeClass, or with its NodeClass on EKS Auto
 * Mode; of a `SpotPreferred` profile two NodePools, over which pods are spread. Karpenter itself is installed by its own
 * chart, and is part of Auto Mode.
 *
 * What it makes was accepted by the CRDs of Karpenter 1.14 on a real API server, but for Auto Mode's NodeClass, whose CRD
 * AWS does not publish; no node was ever bought with it from an account.
 *
 * @example
 * const profile = nodePools.karpenter({ name: "agents" });
 * new KarpenterNodePool("agents", {
 *     profile,
 *     limits: { cpu: "200", memory: "800Gi" },
 *     nodeClass: {
 *         role: nodeRole.name,
 *         subnets: [{ tags: { "karpenter.sh/discovery": "agents" } }],
 *         securityGroups: [{ tags: { "karpenter.sh/discovery": "agents" } }],
 *         amiAlias: "al2023@v20261101",
 *     },
 * });
 * // and in pools: placement: { nodePool: profile }
 */
export class KarpenterNodePool extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = KARPENTER_NODE_POOL_TYPE;

    /** The names of the NodePools: one, or of a `SpotPreferred` profile the one of spot nodes and the one on demand. */
    public readonly nodePoolNames: Output<string[]>;

    /**
     * @param name The name of the NodePool and of its node class.
     * @param args What may be bought, how much of it, and when it may be taken away.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: KarpenterNodePoolArgs, opts?: ComponentResourceOptions) {
        const decided = resolveKarpenterNodePool(name, args);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(KarpenterNodePool.__pulumiType, name, decided.findings.length === 0 ? args : {}, opts);
        const { errors } = build(this, name, decided);
        this.nodePoolNames = output(
            decided.declared
                .filter(({ object }) => object.kind === "NodePool")
                .map(({ object }) => object.metadata["name"] as string),
        );
        this.registerOutputs(outputsOf({ nodePoolNames: this.nodePoolNames }, errors));
        refuse(this, name, errors, "KarpenterNodePool");
    }
}
