import type { Input } from "@pulumi/pulumi";
import type { IdentityMode } from "./choices";

/** The role of KEDA's operator in a cluster of EKS, and what it may read. */
export interface EksKedaIdentityArgs {
    /** The cluster's name. */
    clusterName: Input<string>;
    /** The cluster's ARN: with it the role trusts no cluster of the same name elsewhere. Default: it is told by its name. */
    clusterArn?: Input<string>;
    /** How the operator gets the role. Default: `PodIdentity`. */
    mode?: IdentityMode;
    /** ARN of the cluster's OIDC provider in IAM; for `Irsa`. */
    oidcProviderArn?: Input<string>;
    /** The issuer of the cluster's tokens, with or without `https://`; for `Irsa`. */
    oidcProviderUrl?: Input<string>;
    /** The namespace that KEDA runs in. Default: `keda`, as its chart has it. */
    namespace?: string;
    /** The service account of its operator. Default: `keda-operator`, as its chart has it. */
    serviceAccount?: string;
    /** What it may read; one kind of source at least. */
    sources: KedaSourcesArgs;
    /** Tags for the role and the association. */
    tags?: Record<string, string>;
}

/** What KEDA's scalers read, each of them no more than its trigger needs. */
export interface KedaSourcesArgs {
    /** ARNs of the queues that `awsSqsQueue` measures. */
    sqsQueueArns?: Input<string>[];
    /** Whether `awsCloudwatch` may read metrics: those of the whole account, since AWS divides them no further. Default: false. */
    cloudWatchMetrics?: boolean;
    /** ARNs of the tables that `awsDynamodb` queries, with their indexes. */
    dynamoDbTableArns?: Input<string>[];
    /** ARNs of the tables of which `awsDynamodbStreams` counts the shards. */
    dynamoDbStreamTableArns?: Input<string>[];
    /** ARNs of the streams of which `awsKinesisStream` counts the shards. */
    kinesisStreamArns?: Input<string>[];
}
