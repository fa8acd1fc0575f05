import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource } from "@pulumi/pulumi";
import type { InterruptionQueueArgs } from "../../model/aws";
import { INTERRUPTION_QUEUE_TYPE, resolveInterruptionQueue } from "../../model/aws";
import { build, outputsOf } from "../build";
import { refuse } from "../refuse";
import { outputOfChild } from "../with-outputs";
import { AWS_CLASSES } from "./aws-classes";

/**
 * The queue by which Karpenter learns that EC2 is about to take a machine away, so that it drains the node and starts
 * another before the two minutes are over: an SQS queue and the five rules that write to it, only from AWS and only by
 * TLS. Managed node groups drain by themselves and need none.
 *
 * @example
 * const interruptions = new InterruptionQueue("interruptions", { clusterName: cluster.name });
 * // Karpenter's chart: settings.interruptionQueue is the queue's name, not its URL.
 * const values = { settings: { clusterName: cluster.name, interruptionQueue: interruptions.queueName } };
 */
export class InterruptionQueue extends ComponentResource {
    /** The type token, which policies and `isTypeOf` compare. */
    static readonly __pulumiType = INTERRUPTION_QUEUE_TYPE;

    /** The queue's name, for Karpenter's `settings.interruptionQueue`. */
    public readonly queueName: Output<string>;
    /** The queue's ARN, on which Karpenter's role needs `sqs:ReceiveMessage`, `sqs:DeleteMessage` and `sqs:GetQueueUrl`. */
    public readonly queueArn: Output<string>;

    /**
     * @param name The start of the name of every resource.
     * @param args Of which cluster.
     * @param opts Options of the component; providers, `protect` and `retainOnDelete` reach its children.
     */
    constructor(name: string, args: InterruptionQueueArgs, opts?: ComponentResourceOptions) {
        const decided = resolveInterruptionQueue(name, args);
        // Arguments of the wrong form may not survive the way to the engine (cycles, NaN), so none are sent.
        super(InterruptionQueue.__pulumiType, name, decided.findings.length === 0 ? args : {}, opts);
        const { children, errors } = build(this, name, decided, AWS_CLASSES);
        this.queueName = outputOfChild(children, "queue", "name");
        this.queueArn = outputOfChild(children, "queue", "arn");
        this.registerOutputs(outputsOf({ queueName: this.queueName, queueArn: this.queueArn }, errors));
        refuse(this, name, errors, "InterruptionQueue");
    }
}
