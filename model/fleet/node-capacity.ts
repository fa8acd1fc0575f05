import type { Declared, Path } from "../declared";
import { Secret, Unknown } from "../declared";
import type { Intent } from "../intent";
import { INTENT_ANNOTATION } from "../intent";
import type { FleetWorkload } from "./fleet-workload";
import { hiddenAffinity, nodeRequirements } from "./node-requirements";

/** How the nodes are bought that pods run on, and where that is said. */
export interface FleetNodeCapacity {
    /** `Spot` where some of the nodes may be taken away; `Unknown` where it is known only after apply. */
    readonly capacity: string | Unknown;
    /** Seconds that a pod gets when its node is taken away; `undefined` where that is not known. */
    readonly noticeSeconds: number | undefined;
    readonly declared: Declared;
    readonly path: Path;
    /** What says so, in words: `node pool research`, `cloud.google.com/gke-spot: true`. */
    readonly by: string;
}

type PodsOfWorkload = Pick<FleetWorkload, "declared" | "podSpec" | "podSpecPath">;

const SPOT = "Spot";
const SPOT_PREFERRED = "SpotPreferred";
const ON_DEMAND = "OnDemand";

interface CapacityLabel {
    readonly key: string;
    readonly spot: string;
    readonly onDemand?: string;
    /** Seconds that the cloud leaves a pod, at most. */
    readonly noticeSeconds: number;
}

/**
 * Labels by which the clouds' own nodes say how they were bought. EC2 leaves two minutes (AWS Spot Instance interruption
 * notices), of which other clouds of Karpenter leave less; GKE leaves 15 s to pods, and the other 15 s to its own.
 */
const LABELS: readonly CapacityLabel[] = [
    {
        key: "eks.amazonaws.com/capacityType",
        spot: "SPOT",
        onDemand: "ON_DEMAND",
        noticeSeconds: 120,
    },
    { key: "karpenter.sh/capacity-type", spot: "spot", onDemand: "on-demand", noticeSeconds: 120 },
    { key: "cloud.google.com/gke-spot", spot: "true", noticeSeconds: 15 },
    {
        key: "cloud.google.com/gke-provisioning",
        spot: "spot",
        onDemand: "standard",
        noticeSeconds: 15,
    },
];

/**
 * What capacity the pods of a workload run on: what the author said of their node pool, or else what the labels that
 * their nodes must have say. `undefined` where nothing does.
 */
export function nodeCapacity(
    workload: PodsOfWorkload,
    intent: Intent | undefined,
): FleetNodeCapacity | undefined {
    const labelled = labelledCapacity(workload);
    const { name, capacity, noticeSeconds } = intent?.nodePool ?? {};
    if (capacity === undefined) return labelled;
    const { declared } = workload;
    const annotation: Path = ["metadata", "annotations", INTENT_ANNOTATION];
    return {
        // A share on demand helps none of the pods that are not in it.
        capacity: capacity === SPOT_PREFERRED ? SPOT : capacity,
        noticeSeconds: noticeSeconds ?? labelled?.noticeSeconds,
        declared,
        path: labelled?.path ?? annotation,
        by: `${name === undefined ? "the node pool" : `node pool ${name}`}${capacity === SPOT_PREFERRED ? ", with a share on demand" : ""}`,
    };
}

/** What the required labels of the nodes say; a pod that may land on spot nodes is on them. */
function labelledCapacity({ declared, podSpec, podSpecPath }: PodsOfWorkload): FleetNodeCapacity | undefined {
    const keys = LABELS.map(({ key }) => key);
    const found = nodeRequirements(podSpec, keys).flatMap(({ key, operator, values, path }) => {
        const label = LABELS.find((each) => each.key === key);
        if (label === undefined) return [];
        const unknown = values.find((value) => value instanceof Unknown || value instanceof Secret);
        const capacity =
            unknown === undefined
                ? capacityOf(label, operator, values)
                : new Unknown(label.key, unknown.identity);
        if (capacity === undefined) return [];
        const texts = values.filter((value) => typeof value === "string").join(", ");
        const by =
            operator === "In" && values.length === 1
                ? `${label.key}: ${texts}`
                : `${label.key} ${operator} ${texts}`;
        const { noticeSeconds } = label;
        return [{ capacity, noticeSeconds, declared, path: [...podSpecPath, ...path], by: by.trimEnd() }];
    });
    return (
        found.find(({ capacity }) => capacity === SPOT) ??
        found[0] ??
        unknownAffinity({ declared, podSpec, podSpecPath })
    );
}

function unknownAffinity({ declared, podSpec, podSpecPath }: PodsOfWorkload): FleetNodeCapacity | undefined {
    const affinity = hiddenAffinity(podSpec);
    if (affinity === undefined) return undefined;
    const capacity = new Unknown("affinity", affinity.identity);
    const path = [...podSpecPath, "affinity"];
    return { capacity, noticeSeconds: undefined, declared, path, by: "the affinity" };
}

function capacityOf(label: CapacityLabel, operator: string, values: readonly unknown[]): string | undefined {
    const has = values.includes(label.spot);
    // A label without a second value stands on spot nodes only.
    const isAlone = label.onDemand === undefined;
    switch (operator) {
        case "In":
            return has ? SPOT : isAlone || !values.includes(label.onDemand) ? undefined : ON_DEMAND;
        case "NotIn":
            return has ? ON_DEMAND : undefined;
        case "Exists":
            return isAlone ? SPOT : undefined;
        case "DoesNotExist":
            return isAlone ? ON_DEMAND : undefined;
        default:
            return undefined;
    }
}
