import { checkShape, plainCopy } from "../arguments";
import type { Declared, Leaf, OriginEntry } from "../declared";
import { CLOUD_TYPES, declareCloud, withUnknowns } from "../declared";
import type { Finding } from "../findings";
import type { Platform } from "../platform";
import { GkeLocationPolicy } from "./choices";
import { nodeConfig } from "./gke-node-config";
import type { GkeNodeCountArgs, GkeSpotNodePoolArgs } from "./gke-spot-node-pool-args";
import { spotNodePoolProblems } from "./gke-spot-node-pool-problems";
import { GKE_SPOT_NODE_POOL_SHAPE } from "./gke-spot-node-pool-shape";
import { nodeAccount } from "./node-account";

/** Pulumi's type token of the component. */
export const GKE_SPOT_NODE_POOL_TYPE = "agent-autoscaling:index:GkeSpotNodePool";

/** Spot nodes and their base, or the reasons why there are none. */
export interface GkeSpotNodePoolResolution {
    /** The nodes' service account where one is made, the spot pool and its base. */
    readonly declared: readonly Declared[];
    readonly findings: readonly Finding[];
    readonly platform?: Platform;
}

/** The part that a node pool plays: the spot nodes, or the nodes on demand beside them. */
type Role = "node-pool" | "base";

/** What only names something, and may be known only after apply. */
interface Identities {
    readonly cluster: Leaf<string>;
    readonly location: Leaf<string>;
    readonly project?: Leaf<string>;
    readonly nodeLocations?: readonly Leaf<string>[];
    readonly serviceAccount?: Leaf<string>;
}

/**
 * Decides a pool of spot nodes and the nodes on demand beside it.
 *
 * @example
 * resolveGkeSpotNodePool("agents", {
 *     cluster: "agents", location: "europe-west3",
 *     profile: nodePools.gkeSpot({ name: "agents", machineType: "n4-standard-4" }),
 *     spot: { totalMinNodeCount: 0, totalMaxNodeCount: 20 },
 * });
 */
export function resolveGkeSpotNodePool(name: string, args: GkeSpotNodePoolArgs): GkeSpotNodePoolResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, GKE_SPOT_NODE_POOL_SHAPE)];
    if (shape.length > 0) return { declared: [], findings: shape };
    const read = copy as GkeSpotNodePoolArgs;
    const findings = spotNodePoolProblems(name, read);
    if (findings.length > 0) return { declared: [], findings };
    const identities = withUnknowns(copy, []) as Identities;
    const { spot, onDemandBase, locationPolicy = GkeLocationPolicy.Any, platform } = read;
    const pool = (role: Role, counts: GkeNodeCountArgs, policy: string, isSpot: boolean): Declared =>
        nodePool(role, name, read, identities, {
            autoscaling: { ...counts, locationPolicy: policy },
            nodeConfig: nodeConfig(read, identities.serviceAccount, isSpot),
        });
    return {
        declared: [
            ...(identities.serviceAccount === undefined ? nodeAccount(name, identities.project) : []),
            pool("node-pool", spot, locationPolicy, true),
            ...(onDemandBase === undefined
                ? []
                : [pool("base", onDemandBase, GkeLocationPolicy.Balanced, false)]),
        ],
        findings,
        ...(platform === undefined ? {} : { platform }),
    };
}

/**
 * A node pool without a name of its own: Pulumi makes one, so that a replacement has its nodes before the old ones go.
 * It states no `nodeCount`, which each update would set back, and no `initialNodeCount`, whose change replaces the pool.
 */
function nodePool(
    role: Role,
    name: string,
    args: GkeSpotNodePoolArgs,
    { cluster, location, project, nodeLocations, serviceAccount }: Identities,
    own: Readonly<Record<string, unknown>>,
): Declared {
    const { upgrade, drain, scheduled = false } = args;
    const counts = role === "base" ? "onDemandBase" : "spot";
    // Where the account is made here, the nodes need its role from their first minute.
    const dependsOn = serviceAccount === undefined ? ["account-role"] : [];
    return declareCloud(
        CLOUD_TYPES.gkeNodePool,
        role,
        role === "base" ? `${name}-base` : name,
        {
            cluster,
            location,
            ...(project === undefined ? {} : { project }),
            ...(nodeLocations === undefined ? {} : { nodeLocations }),
            ignoreNodeCountChanges: true,
            management: { autoRepair: true, autoUpgrade: true },
            upgradeSettings: {
                strategy: "SURGE",
                maxSurge: upgrade?.maxSurge ?? 1,
                maxUnavailable: upgrade?.maxUnavailable ?? 0,
            },
            ...(drain === undefined
                ? {}
                : {
                      nodeDrainConfigs: [
                          {
                              graceTerminationDuration: `${drain.graceSeconds}s`,
                              pdbTimeoutDuration: `${drain.budgetSeconds}s`,
                              respectPdbDuringNodePoolDeletion: true,
                          },
                      ],
                  }),
            ...own,
        },
        origins(counts),
        {
            deleteBeforeReplace: false,
            dependsOn,
            ...(scheduled
                ? { ignoreChanges: ["autoscaling.totalMinNodeCount", "autoscaling.totalMaxNodeCount"] }
                : {}),
        },
    );
}

function origins(counts: string): OriginEntry[] {
    return [
        [["autoscaling"], counts, "mirrored"],
        [["autoscaling", "locationPolicy"], "locationPolicy"],
        [["nodeConfig"], "profile"],
        [["nodeConfig", "machineType"], "machineType"],
        [["nodeConfig", "labels"], "profile.labels", "mirrored"],
        [["nodeConfig", "taints"], "profile.taints", "mirrored"],
        [["nodeConfig", "kubeletConfig"], "profile.noticeSeconds"],
        [["upgradeSettings"], "upgrade", "mirrored"],
    ];
}
