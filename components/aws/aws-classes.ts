import { Schedule } from "@pulumi/aws/autoscaling";
import { EventRule, EventTarget } from "@pulumi/aws/cloudwatch";
import { Queue, QueuePolicy } from "@pulumi/aws/sqs";
import type { ResourceClass, ResourceClasses } from "../resource-class";

/** The classes of the AWS resources that components consist of. */
export const AWS_CLASSES: ResourceClasses = new Map<string, ResourceClass>([
    ["aws:autoscaling/schedule:Schedule", Schedule],
    ["aws:cloudwatch/eventRule:EventRule", EventRule],
    ["aws:cloudwatch/eventTarget:EventTarget", EventTarget],
    ["aws:sqs/queue:Queue", Queue],
    ["aws:sqs/queuePolicy:QueuePolicy", QueuePolicy],
]);
