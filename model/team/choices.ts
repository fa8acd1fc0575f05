/** Whether pods of a priority class push others aside when no node has room for them. */
export const PreemptionPolicy = {
    /** They push pods of lower priority off a node. */
    PreemptLowerPriority: "PreemptLowerPriority",
    /** They wait for room, in front of pods of lower priority. */
    Never: "Never",
} as const;
export type PreemptionPolicy = (typeof PreemptionPolicy)[keyof typeof PreemptionPolicy];

/** What the pods of a team may talk to when nothing else is said. */
export const NetworkIsolation = {
    /** To nobody and nobody to them, beside the openings that are listed. */
    DefaultDeny: "DefaultDeny",
    /** To everybody: no NetworkPolicy is made. */
    Open: "Open",
} as const;
export type NetworkIsolation = (typeof NetworkIsolation)[keyof typeof NetworkIsolation];

/** What runs over a port. */
export const NetworkProtocol = {
    /** Streams. */
    Tcp: "TCP",
    /** Datagrams. */
    Udp: "UDP",
} as const;
export type NetworkProtocol = (typeof NetworkProtocol)[keyof typeof NetworkProtocol];

/** The Pod Security Standard that the API server holds the pods of a namespace to. */
export const PodSecurity = {
    /** Locked down: no root, no capabilities, no privilege escalation. */
    Restricted: "restricted",
    /** Nothing of the node: no host network, no host paths, no privileged containers. */
    Baseline: "baseline",
    /** Anything. */
    Privileged: "privileged",
} as const;
export type PodSecurity = (typeof PodSecurity)[keyof typeof PodSecurity];
