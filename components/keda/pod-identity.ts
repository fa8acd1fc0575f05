import type * as pulumi from "@pulumi/pulumi";

/** Whose identity at the cloud reads a source or a secret store (KEDA 2.20.2 `AuthPodIdentity`). */
export interface PodIdentity {
    /** `aws-eks` is deprecated in favour of `aws`. */
    provider: pulumi.Input<"azure-workload" | "gcp" | "aws" | "aws-eks" | "none">;
    /** The operator's own identity (`keda`) or that of the scaled workload's service account. Default: `keda`. Not together with `roleArn`. */
    identityOwner?: pulumi.Input<"keda" | "workload" | undefined>;
    /** AWS: the role to assume. Default: the operator's own. Not together with `identityOwner`. */
    roleArn?: pulumi.Input<string | undefined>;
    /** AWS: the external ID to state with `roleArn`. Since KEDA 2.20. Default: none. */
    externalID?: pulumi.Input<string | undefined>;
    /** Azure: client ID of the identity. Default: the one that the operator was installed with. */
    identityId?: pulumi.Input<string | undefined>;
    /** Azure: the tenant, which needs `identityId`. Default: the operator's. */
    identityTenantId?: pulumi.Input<string | undefined>;
    /** Azure: the host that issues tokens, which needs `identityTenantId`. Default: the operator's. */
    identityAuthorityHost?: pulumi.Input<string | undefined>;
}
