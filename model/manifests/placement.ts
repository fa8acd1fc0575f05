import type { OriginEntry } from "../declared";
import type { PoolPlacement, TolerationArgs } from "../pool";
import { PlacementStrategy } from "../pool";

type Fields = Readonly<Record<string, unknown>>;

/** What the node life cycle controller puts on a node that it has lost. */
const LOST_NODE_TAINTS = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"];

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
            ? strategyFields(placement, pods)
            : { affinity: placement.affinity }),
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

/**
 * Both are wishes: a pod that finds no better place runs all the same. Of a Deployment only pods of one version count,
 * else a rollout would be spread by the places that the old pods hold.
 */
function strategyFields({ strategy }: PoolPlacement, { matchLabels, hasVersions }: PlacedPods): Fields {
    const labelSelector = { matchLabels };
    if (strategy === PlacementStrategy.Pack) {
        return {
            affinity: {
                podAffinity: {
                    preferredDuringSchedulingIgnoredDuringExecution: [
                        {
                            weight: 100,
                            podAffinityTerm: { labelSelector, topologyKey: "kubernetes.io/hostname" },
                        },
                    ],
                },
            },
        };
    }
    return {
        topologySpreadConstraints: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map(
            (topologyKey) => ({
                maxSkew: 1,
                topologyKey,
                whenUnsatisfiable: "ScheduleAnyway",
                labelSelector,
                ...(hasVersions ? { matchLabelKeys: ["pod-template-hash"] } : {}),
            }),
        ),
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
