import type * as pulumi from "@pulumi/pulumi";

/** How KEDA signs in to the vault; the members depend on `authentication`. */
export interface HashiCorpVaultCredential {
    /** For `token`. Kept in the object as it is: anyone who may read the object reads it. */
    token?: pulumi.Input<string | undefined>;
    /** For `kubernetes`: path of the operator's token file. */
    serviceAccount?: pulumi.Input<string | undefined>;
    /** For `kubernetes`: a service account for which KEDA asks a token. */
    serviceAccountName?: pulumi.Input<string | undefined>;
}

/** The certificate to ask for, where the secret is of type `pki`. */
export interface HashiCorpVaultPkiData {
    commonName?: pulumi.Input<string | undefined>;
    altNames?: pulumi.Input<string | undefined>;
    ipSans?: pulumi.Input<string | undefined>;
    uriSans?: pulumi.Input<string | undefined>;
    otherSans?: pulumi.Input<string | undefined>;
    ttl?: pulumi.Input<string | undefined>;
    format?: pulumi.Input<string | undefined>;
}

/** One secret of the vault and the trigger's parameter that gets it. */
export interface HashiCorpVaultSecret {
    /** The parameter of the scaler. */
    parameter: pulumi.Input<string>;
    path: pulumi.Input<string>;
    /** The key within the secret. */
    key: pulumi.Input<string>;
    /** The secrets engine. Default: found out by KEDA; `pki` must be said. */
    type?: pulumi.Input<"" | "secret" | "secretV2" | "pki" | undefined>;
    pkiData?: pulumi.Input<HashiCorpVaultPkiData | undefined>;
}

/** Parameters from HashiCorp Vault. */
export interface HashiCorpVault {
    address: pulumi.Input<string>;
    authentication: pulumi.Input<"token" | "kubernetes">;
    /** At least one. */
    secrets: pulumi.Input<pulumi.Input<HashiCorpVaultSecret>[]>;
    credential?: pulumi.Input<HashiCorpVaultCredential | undefined>;
    /** For `kubernetes`: where that method is mounted. */
    mount?: pulumi.Input<string | undefined>;
    /** For `kubernetes`: the role to take. */
    role?: pulumi.Input<string | undefined>;
    /** The vault's own namespace, of its enterprise edition. Default: none. */
    namespace?: pulumi.Input<string | undefined>;
}
