import { problem } from "../arguments";
import type { Finding } from "../findings";
import { CAPACITY_SPREAD_LABEL, KARPENTER_CAPACITY_LABEL } from "../node-pool";
import { NodeCapacity, profileProblems } from "../pool";
import type { KarpenterNodePoolArgs } from "./karpenter-args";
import { KarpenterCapacityType } from "./karpenter-choices";

/** Nodes that would be bought in another way than pods are told, and labels that Karpenter keeps for itself. */
export function karpenterCapacityProblems(args: KarpenterNodePoolArgs): Finding[] {
    const { profile } = args;
    return [
        ...profileProblems(profile, ["profile"]),
        ...typeProblems(args),
        ...(profile.capacity === NodeCapacity.SpotPreferred ? spreadProblems(args) : []),
        ...labelProblems(args),
    ];
}

function typeProblems({ profile, capacityTypes }: KarpenterNodePoolArgs): Finding[] {
    const { Spot, OnDemand } = KarpenterCapacityType;
    const { OnDemand: OnlyOnDemand, Spot: OnlySpot, SpotPreferred, Fargate } = NodeCapacity;
    switch (profile.capacity ?? OnlyOnDemand) {
        case Fargate:
            return [
                problem(["profile", "capacity"], "is Fargate, which has no nodes", "use another capacity"),
            ];
        case SpotPreferred:
            return capacityTypes === undefined
                ? []
                : [
                      problem(
                          ["capacityTypes"],
                          "is given, and a SpotPreferred pool has one NodePool of spot nodes and one on demand",
                          "remove it",
                      ),
                  ];
        case OnlySpot:
            return capacityTypes === undefined || capacityTypes.includes(Spot)
                ? []
                : [mismatch(capacityTypes, OnlySpot, `add ${Spot}, or use a profile of ${OnDemand} nodes`)];
        case OnlyOnDemand:
            return capacityTypes?.includes(Spot) === true
                ? [
                      mismatch(
                          capacityTypes,
                          OnlyOnDemand,
                          `remove ${Spot}, or set profile.capacity to ${OnlySpot}`,
                      ),
                  ]
                : [];
    }
}

function mismatch(types: readonly KarpenterCapacityType[], capacity: NodeCapacity, fix: string): Finding {
    return problem(
        ["capacityTypes"],
        `is ${types.join(", ")}, and the profile tells pods and prices that the nodes are ${capacity}`,
        fix,
    );
}

function spreadProblems({ profile: { spreadLabel, onDemandShare } }: KarpenterNodePoolArgs): Finding[] {
    const path = ["profile", "spreadLabel"];
    if (spreadLabel === undefined) {
        return [
            problem(
                path,
                "is missing, and the pods would be spread over a label that nodes of Karpenter may not have",
                `use "${CAPACITY_SPREAD_LABEL}" for any share, or "${KARPENTER_CAPACITY_LABEL}" for a half`,
            ),
        ];
    }
    if (spreadLabel === KARPENTER_CAPACITY_LABEL) {
        return onDemandShare === undefined || onDemandShare === 50
            ? []
            : [
                  problem(
                      ["profile", "onDemandShare"],
                      `is ${onDemandShare}, and pods that are spread over the two values of ${spreadLabel} are half on each`,
                      `use 50, or "${CAPACITY_SPREAD_LABEL}" as profile.spreadLabel`,
                  ),
              ];
    }
    return isReserved(spreadLabel) ? [reserved(path)] : [];
}

/** Whether the CRD of NodePools lets nobody give a label (karpenter.sh_nodepools.yaml, 1.14). */
function isReserved(key: string): boolean {
    const [domain = ""] = key.split("/");
    return (
        key === "kubernetes.io/hostname" ||
        (key.includes("/") && domain.endsWith("karpenter.sh") && key !== KARPENTER_CAPACITY_LABEL)
    );
}

function labelProblems({
    profile: { labels = {}, capacity, spreadLabel },
}: KarpenterNodePoolArgs): Finding[] {
    const spread = [spreadLabel, KARPENTER_CAPACITY_LABEL];
    return Object.keys(labels).flatMap((key) => {
        const path = ["profile", "labels", key];
        if (isReserved(key)) return [reserved(path)];
        return capacity === NodeCapacity.SpotPreferred && spread.includes(key)
            ? [problem(path, "is the same on all nodes, and tells the two kinds of them apart", "remove it")]
            : [];
    });
}

function reserved(path: readonly string[]): Finding {
    return problem(
        path,
        "is a label that Karpenter sets itself, and the API server refuses a NodePool that gives it",
        "choose a key of your own, for example example.com/pool",
    );
}
