import { problem } from "../arguments";
import type { Finding } from "../findings";
import type { KarpenterNodeClassArgs, KarpenterNodePoolArgs } from "./karpenter-args";
import { KarpenterFlavor } from "./karpenter-choices";

/** Tags that Karpenter and EKS set themselves (karpenter.k8s.aws_ec2nodeclasses.yaml; EKS, Create a Node Class). */
const RESERVED_TAGS: ReadonlySet<string> = new Set([
    "eks:eks-cluster-name",
    "karpenter.sh/nodepool",
    "karpenter.sh/nodeclaim",
    "karpenter.k8s.aws/ec2nodeclass",
    "karpenter.sh/managed-by",
    "karpenter.sh/provisioner-name",
    "eks.amazonaws.com/nodeclass",
]);

/** What a node class of one flavor must have and one of the other must not. */
export function karpenterNodeClassProblems(
    name: unknown,
    { flavor, nodeClass }: KarpenterNodePoolArgs,
): Finding[] {
    if (nodeClass === undefined) return [];
    return [
        ...(flavor === KarpenterFlavor.AutoMode
            ? autoModeProblems(name, nodeClass)
            : imageProblems(nodeClass.amiAlias)),
        ...Object.keys(nodeClass.tags ?? {})
            .filter((key) => RESERVED_TAGS.has(key) || key.startsWith("kubernetes.io/cluster"))
            .map((key) =>
                problem(
                    ["nodeClass", "tags", key],
                    "is a tag that Karpenter or EKS sets itself, and the node class is refused",
                    "remove it",
                ),
            ),
    ];
}

function imageProblems(alias: string | undefined): Finding[] {
    const path = ["nodeClass", "amiAlias"];
    if (alias === undefined) {
        return [
            problem(path, "is missing", 'name an image with its version, for example "al2023@v20261101"'),
        ];
    }
    if (!alias.endsWith("@latest")) return [];
    return [
        problem(
            path,
            `is ${alias}: on the day that AWS publishes an image, Karpenter replaces every node, and every agent on it starts again`,
            'name a version, for example "al2023@v20261101", and change it when you mean to',
        ),
    ];
}

function autoModeProblems(name: unknown, { instanceProfile, amiAlias }: KarpenterNodeClassArgs): Finding[] {
    return [
        ...(name === "default"
            ? [problem(["name"], 'is "default", the node class that EKS Auto Mode owns', "choose another")]
            : []),
        ...(instanceProfile === undefined
            ? []
            : [
                  problem(
                      ["nodeClass", "instanceProfile"],
                      "is given, and a node class of EKS Auto Mode has a role",
                      "give role instead",
                  ),
              ]),
        ...(amiAlias === undefined
            ? []
            : [
                  problem(
                      ["nodeClass", "amiAlias"],
                      "is given, and the image of EKS Auto Mode's nodes is AWS' own",
                      "remove it",
                  ),
              ]),
    ];
}
