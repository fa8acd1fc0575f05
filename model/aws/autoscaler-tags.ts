import type { Declared } from "../declared";
import { declareCloud, outputOf } from "../declared";
import type { NodePoolProfileArgs } from "../pool";
import { TaintEffect } from "../pool";

/** Where Cluster Autoscaler looks for what a node of a group would have. */
const TEMPLATE = "k8s.io/cluster-autoscaler/node-template";

/**
 * Tags of an Auto Scaling group that tell Cluster Autoscaler the labels and taints of its nodes while it has none: without
 * them it does not know that a pod fits, and never starts the first (eksctl user guide, Auto Scaling: scaling up from 0).
 */
export function autoscalerTags(
    name: string,
    role: string,
    labels: Readonly<Record<string, string>>,
    taints: NonNullable<NodePoolProfileArgs["taints"]>,
): Declared[] {
    const tags = [
        ...Object.entries(labels).map(([key, value]) => [`label/${key}`, value] as const),
        ...taints.map(
            ({ key, value = "", effect = TaintEffect.NoSchedule }) =>
                [`taint/${key}`, `${value}:${effect}`] as const,
        ),
    ];
    return tags.map(([key, value], index) => {
        const tag = `${role}-tag-${index + 1}`;
        return declareCloud(
            "aws:autoscaling/tag:Tag",
            tag,
            `${name}-${tag}`,
            {
                autoscalingGroupName: outputOf(role, "resources", 0, "autoscalingGroups", 0, "name"),
                tag: { key: `${TEMPLATE}/${key}`, value, propagateAtLaunch: false },
            },
            [],
        );
    });
}
