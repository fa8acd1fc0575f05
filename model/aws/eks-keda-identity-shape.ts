import type { GroupShape, Syntax } from "../arguments";
import { DNS_NAME, OBJECT_NAME, boolean, choice, group, inputOf, listOf, textOf } from "../arguments";
import { CLUSTER_NAME } from "./aws-names";
import { IdentityMode } from "./choices";
import { TAGS } from "./tags";

/** An ARN of one resource: a pattern would let KEDA read what no trigger needs. */
function arnOf(what: string, form: RegExp, example: string): Syntax {
    return {
        name: `the ARN of ${what}`,
        accepts: (given) => form.test(given),
        fix: `write it whole, without "*", for example "${example}"`,
    };
}

const QUEUE = arnOf(
    "an SQS queue",
    /^arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:[\w.-]+$/,
    "arn:aws:sqs:eu-west-1:111122223333:tasks",
);
const TABLE = arnOf(
    "a DynamoDB table",
    /^arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]+$/,
    "arn:aws:dynamodb:eu-west-1:111122223333:table/tasks",
);
const STREAM = arnOf(
    "a Kinesis stream",
    /^arn:aws[a-z-]*:kinesis:[a-z0-9-]+:\d{12}:stream\/[\w.-]+$/,
    "arn:aws:kinesis:eu-west-1:111122223333:stream/tasks",
);
const CLUSTER = arnOf(
    "an EKS cluster",
    /^arn:aws[a-z-]*:eks:[a-z0-9-]+:\d{12}:cluster\/[\w-]+$/,
    "arn:aws:eks:eu-west-1:111122223333:cluster/agents",
);
const OIDC_PROVIDER = arnOf(
    "an OIDC provider",
    /^arn:aws[a-z-]*:iam::\d{12}:oidc-provider\/[\w./-]+$/,
    "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC",
);
const ISSUER: Syntax = {
    name: "the issuer of a cluster's tokens",
    accepts: (given) => /^(?:https:\/\/)?[\w.-]+(?:\/[\w.-]+)*$/.test(given),
    fix: "write it as the cluster has it (identities[0].oidcs[0].issuer)",
};

/** The form of `EksKedaIdentityArgs`. */
export const EKS_KEDA_IDENTITY_SHAPE: GroupShape = group(
    {
        clusterName: inputOf(CLUSTER_NAME),
        clusterArn: inputOf(CLUSTER),
        mode: choice(IdentityMode),
        oidcProviderArn: inputOf(OIDC_PROVIDER),
        oidcProviderUrl: inputOf(ISSUER),
        namespace: textOf(DNS_NAME),
        serviceAccount: textOf(OBJECT_NAME),
        sources: group({
            sqsQueueArns: listOf(inputOf(QUEUE), true),
            cloudWatchMetrics: boolean,
            dynamoDbTableArns: listOf(inputOf(TABLE), true),
            dynamoDbStreamTableArns: listOf(inputOf(TABLE), true),
            kinesisStreamArns: listOf(inputOf(STREAM), true),
        }),
        tags: TAGS,
    },
    { required: ["clusterName", "sources"] },
);
