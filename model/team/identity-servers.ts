import { ClusterProvider } from "../platform";
import type { Pool } from "../pool";

/** Where a node answers pods that ask who they are for the cloud. */
export interface IdentityServer {
    readonly cidrs: readonly string[];
    readonly ports: readonly number[];
}

/** The EKS Pod Identity agent (docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html), by HTTP. */
const EKS: readonly IdentityServer[] = [{ cidrs: ["169.254.170.23/32", "fd00:ec2::23/128"], ports: [80] }];

/**
 * GKE's metadata server, with Dataplane V2 and without: which one a cluster has is not known, and an address is of no use
 * to the other (cloud.google.com/kubernetes-engine/docs/how-to/network-policy).
 */
const GKE: readonly IdentityServer[] = [
    { cidrs: ["169.254.169.254/32"], ports: [80, 8080] },
    { cidrs: ["169.254.169.252/32"], ports: [987, 988] },
];

/** Who hands out the cloud's credentials on the nodes of a provider; nobody where it is not known. */
export function identityServers(provider: ClusterProvider | undefined): readonly IdentityServer[] {
    switch (provider) {
        case ClusterProvider.Eks:
        case ClusterProvider.EksAuto:
            return EKS;
        case ClusterProvider.Gke:
        case ClusterProvider.GkeAutopilot:
            return GKE;
        case ClusterProvider.Generic:
        case undefined:
            return [];
    }
}

/** Whether a pool's pods run as a service account of their own, by which a cloud knows them. */
export function hasIdentity({ workload }: Pool): boolean {
    if (workload.kind === "existing") return false;
    const ofTemplate =
        workload.kind === "podTemplate" ? workload.template.spec?.["serviceAccountName"] : undefined;
    return (workload.serviceAccountName ?? ofTemplate ?? undefined) !== undefined;
}
