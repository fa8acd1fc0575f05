/** Who decides the sizes of a node group after it was made. */
export const NodeGroupSizes = {
    /**
     * They hold when the group is made; an autoscaler and the schedules move them afterwards, and no update touches them.
     * To change a bound later, take `Managed` without schedules for one update.
     */
    CreateOnly: "CreateOnly",
    /**
     * Each update writes floor, ceiling and the number of nodes, also what an autoscaler has moved since: give the number that
     * there is as `desiredSize`, or nodes are taken away. Not with schedules, whose floors an update would put back.
     */
    Managed: "Managed",
} as const;
export type NodeGroupSizes = (typeof NodeGroupSizes)[keyof typeof NodeGroupSizes];

/** One of the two node groups of a pool. */
export const NodeGroupPart = {
    /** The spot nodes. */
    Spot: "Spot",
    /** The nodes on demand that are always there. */
    OnDemandBase: "OnDemandBase",
} as const;
export type NodeGroupPart = (typeof NodeGroupPart)[keyof typeof NodeGroupPart];

/** The operating system of the nodes; the image for their processors and GPUs follows from the instance types. */
export const NodeSystem = {
    /** Amazon Linux 2023. */
    Al2023: "Al2023",
    /** Bottlerocket. */
    Bottlerocket: "Bottlerocket",
} as const;
export type NodeSystem = (typeof NodeSystem)[keyof typeof NodeSystem];

/** In what state instances of a warm pool wait. */
export const WarmPoolState = {
    /** Shut down: only their volumes are paid for. */
    Stopped: "Stopped",
    /** Running, and paid for in full. */
    Running: "Running",
    /** Asleep with their memory on an encrypted volume. */
    Hibernated: "Hibernated",
} as const;
export type WarmPoolState = (typeof WarmPoolState)[keyof typeof WarmPoolState];

/** How KEDA's operator gets its role. */
export const IdentityMode = {
    /** EKS Pod Identity: an association, and the agent on the nodes. */
    PodIdentity: "PodIdentity",
    /** IAM roles for service accounts: the cluster's OIDC provider, and an annotation. */
    Irsa: "Irsa",
} as const;
export type IdentityMode = (typeof IdentityMode)[keyof typeof IdentityMode];
