import { CAPACITY_SPREAD_LABEL, KARPENTER_CAPACITY_LABEL, spreadValues } from "../node-pool";
import type { NodePoolProfileArgs } from "../pool";
import { NodeCapacity } from "../pool";
import type { KarpenterNodePoolArgs } from "./karpenter-args";
import { KarpenterCapacityType } from "./karpenter-choices";

/** One NodePool of a component: how its nodes are bought, and which values of the spread label they have. */
export interface KarpenterPart {
    readonly role: "node-pool" | "on-demand-pool";
    /** What is put behind the component's name. */
    readonly suffix: string;
    readonly capacityTypes: readonly KarpenterCapacityType[];
    readonly spread?: { readonly label: string; readonly values: readonly string[] };
}

/** The NodePools of a component: one, or one of spot nodes and one on demand over which pods are spread. */
export function karpenterParts({ profile, capacityTypes }: KarpenterNodePoolArgs): KarpenterPart[] {
    const { Spot, OnDemand } = KarpenterCapacityType;
    if (profile.capacity !== NodeCapacity.SpotPreferred) {
        const byProfile = profile.capacity === NodeCapacity.Spot ? Spot : OnDemand;
        return [{ role: "node-pool", suffix: "", capacityTypes: capacityTypes ?? [byProfile] }];
    }
    const [spot, onDemand] = spreadOf(profile);
    return [
        { role: "node-pool", suffix: "", capacityTypes: [Spot], ...spot },
        { role: "on-demand-pool", suffix: "-on-demand", capacityTypes: [OnDemand], ...onDemand },
    ];
}

/** Karpenter's own label has its two values without being asked; any other is given to the nodes. */
function spreadOf({
    spreadLabel: label = CAPACITY_SPREAD_LABEL,
    onDemandShare = 50,
}: NodePoolProfileArgs): [spot: Pick<KarpenterPart, "spread">, onDemand: Pick<KarpenterPart, "spread">] {
    if (label === KARPENTER_CAPACITY_LABEL) return [{}, {}];
    const { spot, onDemand } = spreadValues(onDemandShare);
    return [{ spread: { label, values: spot } }, { spread: { label, values: onDemand } }];
}
