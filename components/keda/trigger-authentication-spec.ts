import type * as pulumi from "@pulumi/pulumi";
import type { AwsSecretManager } from "./aws-secret-manager";
import type { AzureKeyVault } from "./azure-key-vault";
import type { GcpSecretManager } from "./gcp-secret-manager";
import type { HashiCorpVault } from "./hashicorp-vault";
import type { PodIdentity } from "./pod-identity";
import type { SecretKeySource } from "./secret-key-source";

/** A key of a Secret or ConfigMap, and the trigger's parameter that gets it. What is missing gives an empty parameter, not an error. */
export interface AuthenticationTargetRef {
    /** The parameter of the scaler. */
    parameter: pulumi.Input<string>;
    name: pulumi.Input<string>;
    key: pulumi.Input<string>;
}

/** A variable of the scaled workload's container, and the trigger's parameter that gets it. An unset one gives an empty parameter. */
export interface AuthenticationEnvironment {
    /** The parameter of the scaler. */
    parameter: pulumi.Input<string>;
    /** Name of the variable. */
    name: pulumi.Input<string>;
    /** Default: the first container. */
    containerName?: pulumi.Input<string | undefined>;
}

/** A token of a service account, and the trigger's parameter that gets it. Since KEDA 2.17; the operator needs the right to create tokens. */
export interface BoundServiceAccountToken {
    /** The parameter of the scaler. */
    parameter: pulumi.Input<string>;
    serviceAccountName: pulumi.Input<string>;
}

/** Client credentials at an OAuth 2 server. Since KEDA 2.20; the trigger must still ask for `authModes: oauth`. */
export interface OAuth2 {
    type: pulumi.Input<"clientCredentials">;
    clientId: pulumi.Input<string>;
    clientSecret?: pulumi.Input<SecretKeySource | undefined>;
    tokenUrl: pulumi.Input<string>;
    scopes?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /** What to add to the request for a token. */
    tokenUrlParams?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
}

/** Where a trigger's credentials come from (KEDA 2.20.2 `apis/keda/v1alpha1/triggerauthentication_types.go`). */
export interface TriggerAuthenticationSpec {
    podIdentity?: pulumi.Input<PodIdentity | undefined>;
    secretTargetRef?: pulumi.Input<pulumi.Input<AuthenticationTargetRef>[] | undefined>;
    /** Since KEDA 2.13. */
    configMapTargetRef?: pulumi.Input<pulumi.Input<AuthenticationTargetRef>[] | undefined>;
    env?: pulumi.Input<pulumi.Input<AuthenticationEnvironment>[] | undefined>;
    boundServiceAccountToken?: pulumi.Input<pulumi.Input<BoundServiceAccountToken>[] | undefined>;
    hashiCorpVault?: pulumi.Input<HashiCorpVault | undefined>;
    azureKeyVault?: pulumi.Input<AzureKeyVault | undefined>;
    gcpSecretManager?: pulumi.Input<GcpSecretManager | undefined>;
    awsSecretManager?: pulumi.Input<AwsSecretManager | undefined>;
    oauth2?: pulumi.Input<OAuth2 | undefined>;
}

/** Where a trigger's credentials come from, for scalers of every namespace: Secrets and ConfigMaps are read from the operator's own. */
export interface ClusterTriggerAuthenticationSpec extends TriggerAuthenticationSpec {
    /**
     * A file of the operator with a JSON object of parameters; every other source is then ignored. Since KEDA
     * 2.19, and only for the kind of the whole cluster.
     */
    filePath?: pulumi.Input<string | undefined>;
}
