import { problem } from "../arguments";
import type { Path } from "../declared";
import type { Finding } from "../findings";
import type { PlatformArgs } from "../platform";
import type { AutoscaledAgentPoolArgs } from "./args";
import { NodeCapacity } from "./choices";
import type { NodePoolProfileArgs } from "./placement-args";

/** The share on demand, in percent, of pods that are spread evenly over two kinds of nodes. */
export const EVEN_SHARE = 50;

/**
 * The label by which the nodes of a provider say how they were bought; each has one value for spot and one for nodes on
 * demand. An EKS cluster with Karpenter has Karpenter's, which its profile names.
 */
const LABEL_OF_PROVIDER: ReadonlyMap<string | undefined, string> = new Map([
    ["eks", "eks.amazonaws.com/capacityType"],
    ["eks-auto", "karpenter.sh/capacity-type"],
    ["gke", "cloud.google.com/gke-provisioning"],
]);

const TWO_VALUES: ReadonlySet<string> = new Set(LABEL_OF_PROVIDER.values());

/** The label over whose values the pods of a profile with both kinds of nodes are spread; `undefined` where none is known. */
export function spreadLabelOf(
    { spreadLabel }: NodePoolProfileArgs,
    platform: PlatformArgs | undefined,
): string | undefined {
    return spreadLabel ?? LABEL_OF_PROVIDER.get(platform?.provider);
}

/** Pods that are to run on nodes of both kinds, where nothing can spread them so. */
export function capacitySpreadProblems({ placement, platform }: AutoscaledAgentPoolArgs): Finding[] {
    const { nodePool, nodeSelector = {} } = placement ?? {};
    if (nodePool === undefined) return [];
    const at = ["placement", "nodePool"];
    const findings = profileProblems(nodePool, at);
    if (nodePool.capacity !== NodeCapacity.SpotPreferred) return findings;
    const label = spreadLabelOf(nodePool, platform);
    if (label === undefined) {
        return [
            ...findings,
            problem(
                [...at, "spreadLabel"],
                "is missing, and the platform's provider is none whose label for spot nodes is known",
                "name the label whose values tell spot nodes from nodes on demand, or give platform.provider",
            ),
        ];
    }
    return [
        ...findings,
        ...shareProblems(nodePool, label, at),
        ...(Object.hasOwn(nodeSelector, label)
            ? [pinned(["placement", "nodeSelector", label], "the pods")]
            : []),
        ...(Object.hasOwn(nodePool.labels ?? {}, label)
            ? [pinned([...at, "labels", label], "all nodes of the profile")]
            : []),
    ];
}

/** Members of a profile that say nothing about nodes of one kind. */
export function profileProblems(profile: NodePoolProfileArgs, at: Path): Finding[] {
    const { capacity = NodeCapacity.OnDemand } = profile;
    if (capacity === NodeCapacity.SpotPreferred) return [];
    return (["onDemandShare", "spreadLabel"] as const)
        .filter((member) => profile[member] !== undefined)
        .map((member) =>
            problem(
                [...at, member],
                `says nothing about nodes whose capacity is ${capacity}: they are all of one kind`,
                `set capacity to ${NodeCapacity.SpotPreferred}, or remove ${member}`,
            ),
        );
}

/** A scheduler spreads evenly and knows no weights: over two values it holds a half and nothing else. */
function shareProblems({ onDemandShare }: NodePoolProfileArgs, label: string, at: Path): Finding[] {
    if (onDemandShare === undefined || onDemandShare === EVEN_SHARE || !TWO_VALUES.has(label)) return [];
    return [
        problem(
            [...at, "onDemandShare"],
            `is ${onDemandShare}, and pods that are spread over the two values of ${label} are half on each`,
            `use ${EVEN_SHARE}, or give a spreadLabel of which nodes on demand have ${onDemandShare} % of the values`,
        ),
    ];
}

function pinned(path: Path, what: string): Finding {
    return problem(
        path,
        `keeps ${what} on one value of the label over which they are to be spread`,
        `remove it, or use a capacity of ${NodeCapacity.OnDemand} or ${NodeCapacity.Spot}`,
    );
}
