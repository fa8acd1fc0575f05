import { withUnknowns } from "../declared";
import { ARCHETYPES } from "./archetypes";
import type { AgentPoolArgs, AutoscaledAgentPoolArgs } from "./args";
import { EVEN_SHARE, spreadLabelOf } from "./capacity-spread";
import { NodeCapacity, TaintEffect } from "./choices";
import { leafOf } from "./leaf-of";
import type { Ledger } from "./ledger";
import type { PlacementArgs, TaintArgs, TolerationArgs } from "./placement-args";
import type { PoolPlacement } from "./pool";

/** Devices whose nodes carry a taint of the same name, set by GKE, by EKS' AMIs' device plugins or by hand. */
const TAINTED_DEVICES: ReadonlySet<string> = new Set([
    "nvidia.com/gpu",
    "amd.com/gpu",
    "aws.amazon.com/neuron",
    "google.com/tpu",
]);

/** Decides on which nodes the pods run; only of a pod that is made from a container. */
export function resolvePlacement(args: AutoscaledAgentPoolArgs, ledger: Ledger): PoolPlacement | undefined {
    if (args.workload.container === undefined) return undefined;
    const { placement: strategy, nodeLossSeconds } = ARCHETYPES[args.archetype];
    const given = args.placement ?? {};
    const { nodePool, priorityClassName } = given;
    const affinity: unknown = given.affinity;
    return {
        strategy: ledger.archetype("placement.strategy", given.strategy, strategy),
        ...resolveNodePool(args, ledger),
        nodeSelector: { ...nodePool?.labels, ...given.nodeSelector },
        tolerations: resolveTolerations(args, ledger),
        ...(affinity === undefined ? {} : { affinity: withUnknowns(affinity, ["placement", "affinity"]) }),
        nodeLossSeconds: ledger.archetype(
            "placement.nodeLossSeconds",
            given.nodeLossSeconds,
            nodeLossSeconds,
        ),
        ...(priorityClassName === undefined
            ? {}
            : { priorityClassName: leafOf(priorityClassName, "placement.priorityClassName") }),
    };
}

/** The profile, with the share of pods on demand where its nodes are of both kinds. */
function resolveNodePool(
    { placement = {}, platform }: AutoscaledAgentPoolArgs,
    ledger: Ledger,
): Pick<PoolPlacement, "nodePool" | "capacitySpread"> {
    const { nodePool } = placement;
    if (nodePool?.capacity !== NodeCapacity.SpotPreferred) return nodePool === undefined ? {} : { nodePool };
    const capacitySpread = spreadLabelOf(nodePool, platform);
    return {
        nodePool: {
            ...nodePool,
            onDemandShare: ledger.or(
                "placement.nodePool.onDemandShare",
                nodePool.onDemandShare,
                EVEN_SHARE,
                "pods that are spread evenly over two kinds of nodes are half on each",
            ),
        },
        ...(capacitySpread === undefined ? {} : { capacitySpread }),
    };
}

function resolveTolerations({ workload, placement = {} }: AgentPoolArgs, ledger: Ledger): TolerationArgs[] {
    const requests = workload.container?.resources.requests ?? {};
    const { ofNodePool, ofDevices, given } = podTolerations(placement, requests);
    if (ofDevices.length > 0) {
        ledger.or(
            "placement.tolerations",
            undefined,
            ofDevices,
            "nodes with such devices keep out every pod that does not tolerate their taint",
            "derived",
        );
    }
    return [...ofNodePool, ...ofDevices, ...given];
}

/** What a pod tolerates of the nodes that it is meant for. */
export interface PodTolerations {
    /** The taints of its node pool. */
    readonly ofNodePool: readonly TolerationArgs[];
    /** Taints of nodes with the devices that it requests, unless the others name them. */
    readonly ofDevices: readonly TolerationArgs[];
    readonly given: readonly TolerationArgs[];
}

/** What a pod with a placement and requests tolerates. */
export function podTolerations(
    { nodePool, tolerations: given = [] }: PlacementArgs,
    requests: Readonly<Record<string, string>>,
): PodTolerations {
    const ofNodePool = (nodePool?.taints ?? []).map(tolerationOf);
    const keys = new Set([...given, ...ofNodePool].map(({ key }) => key));
    const ofDevices = Object.keys(requests)
        .filter((resource) => TAINTED_DEVICES.has(resource) && !keys.has(resource))
        .map((key) => ({ key, effect: TaintEffect.NoSchedule }));
    return { ofNodePool, ofDevices, given };
}

/** What tolerates a taint, and nothing else. */
function tolerationOf({ key, value, effect = TaintEffect.NoSchedule }: TaintArgs): TolerationArgs {
    return { key, ...(value === undefined ? {} : { value }), effect };
}
