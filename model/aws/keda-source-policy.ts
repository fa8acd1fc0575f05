import type { Leaf } from "../declared";
import { joinedText } from "../declared";

/** The sources as they were read. */
export interface KedaSources {
    readonly sqsQueueArns?: readonly Leaf<string>[];
    readonly cloudWatchMetrics?: boolean;
    readonly dynamoDbTableArns?: readonly Leaf<string>[];
    readonly dynamoDbStreamTableArns?: readonly Leaf<string>[];
    readonly kinesisStreamArns?: readonly Leaf<string>[];
}

/** A statement of a policy. */
export interface Statement {
    readonly Sid: string;
    readonly Effect: "Allow";
    readonly Action: string;
    readonly Resource: readonly Leaf<string>[] | string;
}

/** What KEDA's scalers ask of AWS, and no more: the calls of KEDA 2.20.2 pkg/scalers/aws_*_scaler.go. */
export function sourceStatements(sources: KedaSources): Statement[] {
    const {
        sqsQueueArns = [],
        cloudWatchMetrics = false,
        dynamoDbTableArns = [],
        dynamoDbStreamTableArns = [],
        kinesisStreamArns = [],
    } = sources;
    return [
        ...allow("Queues", "sqs:GetQueueAttributes", sqsQueueArns),
        // Metrics have no resources that a policy could name (Amazon CloudWatch permissions reference).
        ...(cloudWatchMetrics ? allow("Metrics", "cloudwatch:GetMetricData", "*") : []),
        ...allow("Tables", "dynamodb:Query", [
            ...dynamoDbTableArns,
            ...dynamoDbTableArns.map((arn) => joinedText(arn, "/index/*")),
        ]),
        ...allow("StreamTables", "dynamodb:DescribeTable", dynamoDbStreamTableArns),
        ...allow(
            "TableStreams",
            "dynamodb:DescribeStream",
            dynamoDbStreamTableArns.map((arn) => joinedText(arn, "/stream/*")),
        ),
        ...allow("Streams", "kinesis:DescribeStreamSummary", kinesisStreamArns),
    ];
}

function allow(sid: string, action: string, resources: readonly Leaf<string>[] | string): Statement[] {
    return resources.length === 0 ? [] : [{ Sid: sid, Effect: "Allow", Action: action, Resource: resources }];
}
