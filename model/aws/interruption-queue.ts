import type { GroupShape } from "../arguments";
import { checkShape, group, inputOf, plainCopy, problem } from "../arguments";
import type { Declared, Leaf } from "../declared";
import { declareCloud, jsonText, outputOf, withUnknowns } from "../declared";
import type { Finding } from "../findings";
import { CLUSTER_NAME, QUEUE_NAME, RULE_NAME, componentNameProblems } from "./aws-names";
import type { InterruptionQueueArgs } from "./interruption-queue-args";
import { TAGS } from "./tags";

/** Pulumi's type token of the component. */
export const INTERRUPTION_QUEUE_TYPE = "agent-autoscaling:index:InterruptionQueue";

/** The form of `InterruptionQueueArgs`. */
export const INTERRUPTION_QUEUE_SHAPE: GroupShape = group(
    { clusterName: inputOf(CLUSTER_NAME), queueName: inputOf(QUEUE_NAME), tags: TAGS },
    { required: ["clusterName"] },
);

/**
 * What is told of: a role, where it comes from, and what it is called there. Karpenter drains at once on all of them but
 * a rebalance recommendation, of which it only makes an event (karpenter-provider-aws, concepts/disruption).
 */
const EVENTS: readonly (readonly [role: string, source: string, detailType: string])[] = [
    ["health", "aws.health", "AWS Health Event"],
    ["spot-interruption", "aws.ec2", "EC2 Spot Instance Interruption Warning"],
    ["rebalance", "aws.ec2", "EC2 Instance Rebalance Recommendation"],
    ["instance-state", "aws.ec2", "EC2 Instance State-change Notification"],
    ["reservation", "aws.ec2", "EC2 Capacity Reservation Instance Interruption Warning"],
];

/** The longest of what is put behind the component's name to name a rule. */
const LONGEST_ROLE = EVENTS.map(([role]) => `-${role}`).reduce((longest, role) =>
    role.length > longest.length ? role : longest,
);

/** Karpenter's own set-up keeps a message as long: an older one is about a machine that is gone. */
const RETENTION_SECONDS = 300;

/** A queue for interruptions, or the reasons why there is none. */
export interface InterruptionQueueResolution {
    /** The queue, its policy, and each rule before its target. */
    readonly declared: readonly Declared[];
    readonly findings: readonly Finding[];
}

/**
 * Decides the queue, who may write to it, and what is written.
 *
 * @example resolveInterruptionQueue("interruptions", { clusterName: "agents" })
 */
export function resolveInterruptionQueue(
    name: string,
    args: InterruptionQueueArgs,
): InterruptionQueueResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, INTERRUPTION_QUEUE_SHAPE)];
    if (shape.length > 0) return { declared: [], findings: shape };
    const findings = nameProblems(name, copy as InterruptionQueueArgs);
    if (findings.length > 0) return { declared: [], findings };
    const read = withUnknowns(copy, []) as { clusterName: Leaf<string>; queueName?: Leaf<string> };
    const tags = (copy as InterruptionQueueArgs).tags ?? {};
    return {
        declared: [
            declareCloud(
                "aws:sqs/queue:Queue",
                "queue",
                name,
                {
                    name: read.queueName ?? read.clusterName,
                    messageRetentionSeconds: RETENTION_SECONDS,
                    sqsManagedSseEnabled: true,
                    tags,
                },
                [[["name"], read.queueName === undefined ? "clusterName" : "queueName"]],
            ),
            declareCloud(
                "aws:sqs/queuePolicy:QueuePolicy",
                "queue-policy",
                name,
                { queueUrl: outputOf("queue", "url"), policy: jsonText(queuePolicy()) },
                [],
            ),
            ...EVENTS.flatMap((event) => rule(name, event, tags)),
        ],
        findings,
    };
}

/** The name of the queue is the cluster's, which may have more letters, or one of its own; rules are named by the component. */
function nameProblems(name: unknown, { clusterName, queueName }: InterruptionQueueArgs): Finding[] {
    const isRefused =
        queueName === undefined && typeof clusterName === "string" && !QUEUE_NAME.accepts(clusterName);
    return [
        ...componentNameProblems(name, RULE_NAME, LONGEST_ROLE),
        ...(isRefused
            ? [
                  problem(
                      ["clusterName"],
                      `has ${clusterName.length} characters and is not ${QUEUE_NAME.name} too, which it would be`,
                      `give queueName: ${QUEUE_NAME.fix}`,
                  ),
              ]
            : []),
    ];
}

/** Events may be written, by services of AWS alone, and nothing without TLS. */
function queuePolicy(): Record<string, unknown> {
    const queue = outputOf("queue", "arn");
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "Events",
                Effect: "Allow",
                Principal: { Service: ["events.amazonaws.com", "sqs.amazonaws.com"] },
                Action: "sqs:SendMessage",
                Resource: queue,
            },
            {
                Sid: "OnlyTls",
                Effect: "Deny",
                Principal: "*",
                Action: "sqs:*",
                Resource: queue,
                Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
        ],
    };
}

function rule(
    name: string,
    [role, source, detailType]: (typeof EVENTS)[number],
    tags: Readonly<Record<string, string>>,
): Declared[] {
    return [
        declareCloud(
            "aws:cloudwatch/eventRule:EventRule",
            role,
            `${name}-${role}`,
            {
                description: `${detailType}, for Karpenter`,
                eventPattern: jsonText({ source: [source], "detail-type": [detailType] }),
                tags,
            },
            [],
        ),
        declareCloud(
            "aws:cloudwatch/eventTarget:EventTarget",
            `${role}-target`,
            `${name}-${role}-target`,
            { rule: outputOf(role, "name"), arn: outputOf("queue", "arn") },
            [],
        ),
    ];
}
