import type { PeerClaim } from "./peer-claim";
import { POD_CLAIMS } from "./peer-pod-claims";
import { POOL_CLAIMS } from "./peer-pool-claims";
import type { PeerName } from "./peers";

/** Everything that the peers say in our area. */
export const CLAIMS: readonly PeerClaim[] = [...POOL_CLAIMS, ...POD_CLAIMS];

/** The other checks of the peers that fire on the files: none of them is about autoscaling. */
export const OUTSIDE: Readonly<Record<PeerName, readonly string[]>> = {
    "kube-linter": [
        "default-service-account",
        "dnsconfig-options",
        "drop-net-raw-capability",
        // The API server refuses it.
        "mismatching-selector",
        "no-read-only-root-fs",
        "non-existent-service-account",
        "non-isolated-pod",
        "privilege-escalation-container",
        "required-annotation-email",
        "required-label-owner",
        "run-as-non-root",
        "sorted-keys",
        "use-namespace",
    ],
    "kube-score": [
        "container-ports-check",
        "container-seccomp-profile",
        "container-security-context-readonlyrootfilesystem",
        "container-security-context-user-group-id",
        // The API server refuses it.
        "deployment-pod-selector-labels-match-template-metadata-labels",
        "pod-networkpolicy",
        // Whether pods have host names of their own is not about scaling.
        "statefulset-has-servicename",
    ],
    polaris: [
        "automountServiceAccountToken",
        "insecureCapabilities",
        "linuxHardening",
        "metadataAndInstanceMismatched",
        "missingNetworkPolicy",
        "notReadOnlyRootFilesystem",
        "privilegeEscalationAllowed",
        "runAsRootAllowed",
    ],
};
