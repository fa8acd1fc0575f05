import type { Input } from "@pulumi/pulumi";

/** The queue by which Karpenter learns that EC2 is about to take a machine away. */
export interface InterruptionQueueArgs {
    /** The cluster's name; also the name of the queue where none is given, as Karpenter's own set-up has it. */
    clusterName: Input<string>;
    /**
     * The queue's name, for Karpenter's setting `settings.interruptionQueue`: at most 80 letters, digits, dashes and
     * underscores. Default: the cluster's name.
     */
    queueName?: Input<string>;
    /** Tags for the queue and the rules. */
    tags?: Record<string, string>;
}
