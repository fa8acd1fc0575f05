/** Who runs Karpenter. */
export const KarpenterFlavor = {
    /** A chart in the cluster: NodePools refer to an EC2NodeClass. */
    SelfManaged: "SelfManaged",
    /** AWS, with EKS Auto Mode: NodePools refer to a NodeClass of AWS' own, and nodes run Bottlerocket for 21 days at most. */
    AutoMode: "AutoMode",
} as const;
export type KarpenterFlavor = (typeof KarpenterFlavor)[keyof typeof KarpenterFlavor];

/** How Karpenter may buy a node; of several kinds it takes reserved ones first, then spot, then on demand. */
export const KarpenterCapacityType = {
    /** At any price below that on demand; AWS takes the node away with two minutes of notice. */
    Spot: "spot",
    /** Until it is given back. */
    OnDemand: "on-demand",
    /** From a capacity reservation. */
    Reserved: "reserved",
} as const;
export type KarpenterCapacityType = (typeof KarpenterCapacityType)[keyof typeof KarpenterCapacityType];

/** The processor that a node's programs are built for. */
export const KarpenterArchitecture = {
    /** Intel and AMD. */
    Amd64: "amd64",
    /** Graviton. */
    Arm64: "arm64",
} as const;
export type KarpenterArchitecture = (typeof KarpenterArchitecture)[keyof typeof KarpenterArchitecture];

/** When Karpenter takes a node away to save money. */
export const KarpenterConsolidation = {
    /** When no pod is on it but those of DaemonSets. */
    WhenEmpty: "WhenEmpty",
    /** Also when its pods fit on other nodes, or on a cheaper one. */
    WhenEmptyOrUnderutilized: "WhenEmptyOrUnderutilized",
    /** Also then, where it saves more than moving the pods disturbs (Karpenter 1.14). */
    Balanced: "Balanced",
} as const;
export type KarpenterConsolidation = (typeof KarpenterConsolidation)[keyof typeof KarpenterConsolidation];

/** Why Karpenter would take a node away by its own will. */
export const KarpenterDisruptionReason = {
    /** Its pods fit elsewhere. */
    Underutilized: "Underutilized",
    /** It has no pods. */
    Empty: "Empty",
    /** It is not what its NodePool asks for any more, by a new image for example. */
    Drifted: "Drifted",
} as const;
export type KarpenterDisruptionReason =
    (typeof KarpenterDisruptionReason)[keyof typeof KarpenterDisruptionReason];
