/** How GKE spreads new nodes over zones. */
export const GkeLocationPolicy = {
    /** Where there is room: unused reservations first, and for spot where it is least likely to be taken away. */
    Any: "ANY",
    /** Evenly, as far as there is room. */
    Balanced: "BALANCED",
} as const;
export type GkeLocationPolicy = (typeof GkeLocationPolicy)[keyof typeof GkeLocationPolicy];

/** The operating system of GKE nodes. */
export const GkeNodeImage = {
    /** Container-Optimized OS, which image streaming and gVisor need. */
    ContainerOptimized: "COS_CONTAINERD",
    /** Ubuntu. */
    Ubuntu: "UBUNTU_CONTAINERD",
} as const;
export type GkeNodeImage = (typeof GkeNodeImage)[keyof typeof GkeNodeImage];

/** What stands between the pods of a node and its kernel. */
export const GkeNodeSandbox = {
    /** Nothing more than containers. */
    Nothing: "NONE",
    /** gVisor, for pods with the runtime class `gvisor`. GKE adds the taint that keeps other pods away. */
    Gvisor: "GVISOR",
} as const;
export type GkeNodeSandbox = (typeof GkeNodeSandbox)[keyof typeof GkeNodeSandbox];

/** Whether a rung of a ComputeClass uses machines that are reserved. */
export const GkeReservationUse = {
    /** Any reserved machine, and one on demand where there is none: GKE then never comes to the next rung. */
    AnyBestEffort: "AnyBestEffort",
    /** Any reserved machine, and the next rung where there is none. */
    AnyThenFail: "AnyThenFail",
    /** None. */
    Nothing: "None",
} as const;
export type GkeReservationUse = (typeof GkeReservationUse)[keyof typeof GkeReservationUse];

/** What happens to pods of a ComputeClass when no rung has room. */
export const GkeWhenUnsatisfiable = {
    /** They wait. */
    DoNotScaleUp: "DoNotScaleUp",
    /** They get nodes of any kind, on demand (E2 on Standard clusters). */
    ScaleUpAnyway: "ScaleUpAnyway",
} as const;
export type GkeWhenUnsatisfiable = (typeof GkeWhenUnsatisfiable)[keyof typeof GkeWhenUnsatisfiable];

/** As whom KEDA's operator asks Google Cloud. */
export const GkeIdentityMode = {
    /** As itself: the roles are given to its Kubernetes service account. */
    Principal: "Principal",
    /** As a Google service account, which it may act for; for APIs that do not take the other. */
    ServiceAccount: "ServiceAccount",
} as const;
export type GkeIdentityMode = (typeof GkeIdentityMode)[keyof typeof GkeIdentityMode];
