import type { OriginEntry } from "../declared";
import type { PoolPlacement, TolerationArgs } from "../pool";
import { PlacementStrategy } from "../pool";

type Fields = Readonly<Record<string, unknown>>;

/** What the node life cycle controller puts on a node that it has lost. */
const LOST_NODE_TAINTS = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"];

/** What pods of the strategy `Spread` keep apart over. */
const STRATEGY_KEYS = ["topology.kubernetes.io/zone", "kubernetes.io/hostname"];

/** The pods that a placement keeps apart or together. */
export interface PlacedPods {
    readonly matchLabels: Readonly<Record<string, string>>;
    /** Whether a Deployment makes them, whose versions are told apart. */
    readonly hasVersions: boolean;
}

/** The fields of a pod's spec that say where it runs. */
export function placementFields(placement: PoolPlacement, pods: PlacedPods): Fields {
    const { nodeSelector, priorityClassName } = placement;
    return {
        ...(Object.keys(nodeSelector).length === 0 ? {} : { nodeSelector }),
        tolerations: [
            ...placement.tolerations.map(toleration),
            ...LOST_NODE_TAINTS.map((key) => ({
                key,
                operator: "Exists",
                effect: "NoExecute",
                tolerationSeconds: placement.nodeLossSeconds,
            })),
        ],
        ...(placement.affinity === undefined
            ? affinityFields(placement, pods)
            : { affinity: placement.affinity }),
        ...spreadFields(placement, pods),
        ...(priorityClassName === undefined ? {} : { priorityClassName }),
    };
}

function toleration({ key, value, effect }: TolerationArgs): Fields {
    return {
        key,
        ...(value === undefined ? { operator: "Exists" } : { operator: "Equal", value }),
        ...(effect === undefined ? {} : { effect }),
    };
}

/** A wish: a pod that finds no room beside another runs all the same. */
function affinityFields({ strategy }: PoolPlacement, { matchLabels }: PlacedPods): Fields {
    if (strategy !== PlacementStrategy.Pack) return {};
    const podAffinityTerm = {
        labelSelector: { matchLabels },
        topologyKey: "kubernetes.io/hostname",
    };
    return {
        affinity: {
            podAffinity: {
                preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm }],
            },
        },
    };
}

/**
 * Over what the pods are spread. All of it is a wish: a pod that finds no better place runs all the same, so that pods
 * run on demand while there is no spot node. Of a Deployment only pods of one version count, else a rollout would be
 * spread by the places that the old pods hold.
 */
function spreadFields(
    { strategy, affinity, capacitySpread }: PoolPlacement,
    { matchLabels, hasVersions }: PlacedPods,
): Fields {
    const keys = [
        ...(capacitySpread === undefined ? [] : [capacitySpread]),
        ...(strategy === PlacementStrategy.Spread && affinity === undefined ? STRATEGY_KEYS : []),
    ];
    if (keys.length === 0) return {};
    return {
        topologySpreadConstraints: keys.map((topologyKey) => ({
            maxSkew: 1,
            topologyKey,
            whenUnsatisfiable: "ScheduleAnyway",
            labelSelector: { matchLabels },
            ...(hasVersions ? { matchLabelKeys: ["pod-template-hash"] } : {}),
        })),
    };
}

/** Where the parts of a placement come from; `podSpec` is the place of the pod's spec. */
export function placementOrigins(podSpec: readonly (string | number)[]): readonly OriginEntry[] {
    return [
        [[...podSpec, "nodeSelector"], "placement.nodeSelector", "mirrored"],
        [[...podSpec, "tolerations"], "placement.tolerations"],
        [[...podSpec, "affinity"], "placement.affinity", "mirrored"],
        [[...podSpec, "topologySpreadConstraints"], "placement.strategy"],
        [[...podSpec, "priorityClassName"], "placement.priorityClassName"],
    ];
}
