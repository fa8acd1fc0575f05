import type { Input } from "@pulumi/pulumi";

/** How KEDA logs in to the trigger's source; exactly one member. Becomes a TriggerAuthentication. */
export interface AuthenticationArgs {
    /** The AWS identity of KEDA's operator, or a role that it assumes. */
    awsPodIdentity?: AwsPodIdentityArgs;
    /** The Azure workload identity of KEDA's operator, or another that it may use. */
    azureWorkload?: AzureWorkloadArgs;
    /** The Google Cloud identity of KEDA's operator; `true`, or leave it out. */
    gcpPodIdentity?: boolean;
    /** Keys of a Kubernetes Secret in the pool's namespace. */
    secret?: SecretAuthenticationArgs;
    /** A TriggerAuthentication or ClusterTriggerAuthentication that exists already. */
    existing?: ExistingAuthenticationArgs;
}

/** An AWS identity (KEDA `podIdentity.provider: aws`). */
export interface AwsPodIdentityArgs {
    /** ARN of a role that the operator assumes. Default: the operator's own identity. */
    roleArn?: Input<string>;
}

/** An Azure workload identity (KEDA `podIdentity.provider: azure-workload`). */
export interface AzureWorkloadArgs {
    /** Client id of another identity that the operator may use. Default: the operator's own. */
    identityId?: Input<string>;
    /** Id of the Entra tenant of that identity. Default: the operator's own. */
    tenantId?: Input<string>;
}

/** Parameters of the trigger that are read from a Secret. */
export interface SecretAuthenticationArgs {
    /** The Secret's name. */
    name: Input<string>;
    /** KEDA's name of the parameter and the key that holds it: `{ password: "redis-password" }`. */
    parameters: Record<string, string>;
}

/** A TriggerAuthentication that somebody else manages. */
export interface ExistingAuthenticationArgs {
    /** Its name. */
    name: Input<string>;
    /** Whether it is a ClusterTriggerAuthentication. Default: false. */
    cluster?: boolean;
}
