import type { KubernetesObject } from "./declared";

/** Types of cloud resources that play a part in scaling or in what it costs, as Pulumi calls them. */
export const CLOUD_TYPES = {
    eksNodeGroup: "aws:eks/nodeGroup:NodeGroup",
    autoScalingSchedule: "aws:autoscaling/schedule:Schedule",
    gkeNodePool: "gcp:container/nodePool:NodePool",
    awsBudget: "aws:budgets/budget:Budget",
    gcpBudget: "gcp:billing/budget:Budget",
} as const;

const KNOWN: ReadonlySet<string> = new Set(Object.values(CLOUD_TYPES));

/** What an object has and the inputs of these resources have not. */
const ADDED: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"]);

/** Whether a resource of the cloud is one that rules read. */
export function isCloudType(type: string): boolean {
    return KNOWN.has(type);
}

/**
 * A resource of the cloud in the form of an object: its inputs as they are, `aws` or `gcp` for an API version, and the
 * resource's own name, so that a finding can name it.
 *
 * @example cloudObject("aws:eks/nodeGroup:NodeGroup", "spot", { capacityType: "SPOT" })
 */
export function cloudObject(
    type: string,
    name: string,
    inputs: Readonly<Record<string, unknown>>,
): KubernetesObject {
    const [provider = "", , kind = ""] = type.split(":");
    return { ...inputs, apiVersion: provider, kind, metadata: { name } };
}

/** The inputs of a resource of the cloud, without what `cloudObject` added to them. */
export function cloudInputs(object: KubernetesObject): Record<string, unknown> {
    return Object.fromEntries(Object.entries(object).filter(([member]) => !ADDED.has(member)));
}
