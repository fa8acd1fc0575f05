import { Schedule, Tag } from "@pulumi/aws/autoscaling";
import { EventRule, EventTarget } from "@pulumi/aws/cloudwatch";
import { LaunchTemplate } from "@pulumi/aws/ec2";
import { NodeGroup, PodIdentityAssociation } from "@pulumi/aws/eks";
import { Role, RolePolicy } from "@pulumi/aws/iam";
import { Queue, QueuePolicy } from "@pulumi/aws/sqs";
import type { ResourceClass, ResourceClasses } from "../resource-class";

/** The classes of the AWS resources that components consist of. */
export const AWS_CLASSES: ResourceClasses = new Map<string, ResourceClass>([
    ["aws:autoscaling/schedule:Schedule", Schedule],
    ["aws:autoscaling/tag:Tag", Tag],
    ["aws:cloudwatch/eventRule:EventRule", EventRule],
    ["aws:cloudwatch/eventTarget:EventTarget", EventTarget],
    ["aws:ec2/launchTemplate:LaunchTemplate", LaunchTemplate],
    ["aws:eks/nodeGroup:NodeGroup", NodeGroup],
    ["aws:eks/podIdentityAssociation:PodIdentityAssociation", PodIdentityAssociation],
    ["aws:iam/role:Role", Role],
    ["aws:iam/rolePolicy:RolePolicy", RolePolicy],
    ["aws:sqs/queue:Queue", Queue],
    ["aws:sqs/queuePolicy:QueuePolicy", QueuePolicy],
]);
