import type * as pulumi from "@pulumi/pulumi";
import type { PodIdentity } from "./pod-identity";
import type { SecretKeySource } from "./secret-key-source";

/** One secret of AWS Secrets Manager and the trigger's parameter that gets it. */
export interface AwsSecretManagerSecret {
    /** The parameter of the scaler. */
    parameter: pulumi.Input<string>;
    /** Name or ARN of the secret. */
    name: pulumi.Input<string>;
    /** For a secret that is a JSON object: the member to take. Since KEDA 2.17. Default: the whole text. */
    secretKey?: pulumi.Input<string | undefined>;
    /** Default: the current version. */
    versionId?: pulumi.Input<string | undefined>;
    /** Default: `AWSCURRENT`. */
    versionStage?: pulumi.Input<string | undefined>;
}

/** An access key for AWS Secrets Manager, in place of an identity. */
export interface AwsSecretManagerCredentials {
    accessKey: pulumi.Input<SecretKeySource>;
    accessSecretKey: pulumi.Input<SecretKeySource>;
    /** The session token, for temporary keys. */
    accessToken?: pulumi.Input<SecretKeySource | undefined>;
}

/** Parameters from AWS Secrets Manager. Since KEDA 2.13. */
export interface AwsSecretManager {
    /** At least one. */
    secrets: pulumi.Input<pulumi.Input<AwsSecretManagerSecret>[]>;
    /** Default: the region of the operator. */
    region?: pulumi.Input<string | undefined>;
    /** Either this or `credentials`. */
    podIdentity?: pulumi.Input<PodIdentity | undefined>;
    credentials?: pulumi.Input<AwsSecretManagerCredentials | undefined>;
}
