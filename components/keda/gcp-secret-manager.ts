import type * as pulumi from "@pulumi/pulumi";
import type { PodIdentity } from "./pod-identity";
import type { SecretKeySource } from "./secret-key-source";

/** One secret of Google's Secret Manager and the trigger's parameter that gets it. */
export interface GcpSecretManagerSecret {
    /** The parameter of the scaler. */
    parameter: pulumi.Input<string>;
    /** ID of the secret. */
    id: pulumi.Input<string>;
    /** Default: `latest`. */
    version?: pulumi.Input<string | undefined>;
}

/** A service account's key, in place of an identity. */
export interface GcpSecretManagerCredentials {
    clientSecret: pulumi.Input<SecretKeySource>;
}

/** Parameters from Google's Secret Manager. Since KEDA 2.13. */
export interface GcpSecretManager {
    /** At least one. */
    secrets: pulumi.Input<pulumi.Input<GcpSecretManagerSecret>[]>;
    /** Either this or `credentials`. */
    podIdentity?: pulumi.Input<PodIdentity | undefined>;
    credentials?: pulumi.Input<GcpSecretManagerCredentials | undefined>;
}
