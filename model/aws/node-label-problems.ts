import { problem } from "../arguments";
import type { Path } from "../declared";
import type { Finding } from "../findings";
import type { EksSpotNodeGroupArgs } from "./eks-spot-node-group-args";

/**
 * Longest key and shortest value of a label (EKS API, UpdateLabelsPayload). With it the key of the tag by which Cluster
 * Autoscaler learns of the label has 109 of the 128 characters that Auto Scaling takes.
 */
const LONGEST_KEY = 63;

/** What EKS allows in no key of a label, wherever it stands (kubernetes/cloud-provider-aws#242, eksctl#4007). */
const RESERVED = ["kubernetes.io/", "k8s.io/", "eks.amazonaws.com/"];

/** Labels that EKS refuses, or that are given twice. */
export function nodeLabelProblems({ profile, labels = {} }: EksSpotNodeGroupArgs): Finding[] {
    return [
        ...refusedLabels(["profile", "labels"], profile.labels ?? {}),
        ...refusedLabels(["labels"], labels),
        ...Object.keys(labels)
            .filter((key) => Object.hasOwn(profile.labels ?? {}, key))
            .map((key) =>
                problem(
                    ["labels", key],
                    "is a label of the profile, by which pods find the nodes",
                    "remove it",
                ),
            ),
    ];
}

function refusedLabels(path: Path, labels: Readonly<Record<string, string>>): Finding[] {
    return Object.entries(labels).flatMap(([key, value]) => {
        const at = [...path, key];
        const reserved = RESERVED.find((each) => key.includes(each));
        if (reserved !== undefined) {
            return [
                problem(
                    at,
                    `has ${reserved} in its key, which EKS refuses`,
                    "use a domain of your own in front",
                ),
            ];
        }
        if (key.length > LONGEST_KEY) {
            return [
                problem(
                    at,
                    `has a key of ${key.length} characters, and EKS takes ${LONGEST_KEY}`,
                    "use a shorter one",
                ),
            ];
        }
        return value === ""
            ? [problem(at, "is empty, and EKS takes one character at least", 'give "true"')]
            : [];
    });
}
