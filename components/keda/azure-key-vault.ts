import type * as pulumi from "@pulumi/pulumi";
import type { PodIdentity } from "./pod-identity";
import type { SecretKeySource } from "./secret-key-source";

/** One secret of Azure Key Vault and the trigger's parameter that gets it. */
export interface AzureKeyVaultSecret {
    /** The parameter of the scaler. */
    parameter: pulumi.Input<string>;
    name: pulumi.Input<string>;
    /** Default: the latest. */
    version?: pulumi.Input<string | undefined>;
}

/** The application that may read the vault, in place of an identity. */
export interface AzureKeyVaultCredentials {
    clientId: pulumi.Input<string>;
    tenantId: pulumi.Input<string>;
    clientSecret: pulumi.Input<SecretKeySource>;
}

/** Which Azure the vault belongs to. */
export interface AzureKeyVaultCloud {
    /** `AzurePublicCloud`, `AzureUSGovernmentCloud`, `AzureChinaCloud`, or `Private` with both addresses below. */
    type: pulumi.Input<string>;
    /** Suffix of the vault's resource, for `Private`. */
    keyVaultResourceURL?: pulumi.Input<string | undefined>;
    /** Where tokens come from, for `Private`. */
    activeDirectoryEndpoint?: pulumi.Input<string | undefined>;
}

/** Parameters from Azure Key Vault. Since KEDA 2.7. */
export interface AzureKeyVault {
    /** Address of the vault. */
    vaultUri: pulumi.Input<string>;
    /** At least one. */
    secrets: pulumi.Input<pulumi.Input<AzureKeyVaultSecret>[]>;
    /** Either this or `credentials`. */
    podIdentity?: pulumi.Input<PodIdentity | undefined>;
    credentials?: pulumi.Input<AzureKeyVaultCredentials | undefined>;
    /** Default: the public cloud. */
    cloud?: pulumi.Input<AzureKeyVaultCloud | undefined>;
}
