import { Quantity } from "../capacity";
import { Unknown, isHidden, valueAt } from "../declared";
import type { Declared, Path } from "../declared";
import type { Field } from "./field";
import { absent, known } from "./field";
import type { FieldReader } from "./field-reader";
import type { FleetNodes, NodeCeilings, NodeLabels, NodeTaint, NodeTaints } from "./fleet-nodes";
import type { FleetNodePool } from "./read-node-pool";

const KARPENTER: ReadonlySet<string> = new Set([
    "kubernetes:karpenter.sh/v1:NodePool",
    "kubernetes:karpenter.sh/v1beta1:NodePool",
]);

/** Whether an object is a node pool of Karpenter. */
export function isKarpenterNodePool({ type }: Declared): boolean {
    return KARPENTER.has(type);
}

/** What pods see of a node group of EKS or a node pool of GKE. */
export function nodesOf(pool: FleetNodePool): FleetNodes {
    const { declared, cloud, isSpot, max } = pool;
    const [labels, taints] = cloud === "eks" ? EKS : GKE;
    const capacity = known(isSpot) === true ? "spot" : "onDemand";
    return {
        declared,
        labels: labelsAt(declared, labels, {
            [cloud === "eks" ? "eks.amazonaws.com/nodegroup" : "cloud.google.com/gke-nodepool"]: valueAt(
                declared.object,
                [cloud === "eks" ? "nodeGroupName" : "name"],
            ),
            // What is not known of them keeps no pod away.
            ...(isSpot.value instanceof Unknown ? {} : CAPACITY_LABELS[cloud][capacity]),
        }),
        taints: taintsAt(declared, taints),
        most: {
            ...(cloud === "eks" ? { nodes: max, zones: 1 } : gkeNodes(pool)),
            cpu: absent(labels),
            memory: absent(labels),
        },
    };
}

/** Where labels and taints stand in the resources of the clouds. */
const EKS: readonly [labels: Path, taints: Path] = [["labels"], ["taints"]];
const GKE: readonly [labels: Path, taints: Path] = [
    ["nodeConfig", "labels"],
    ["nodeConfig", "taints"],
];

/** What the clouds say by themselves of how nodes were bought. */
const CAPACITY_LABELS = {
    eks: {
        spot: { "eks.amazonaws.com/capacityType": "SPOT" },
        onDemand: { "eks.amazonaws.com/capacityType": "ON_DEMAND" },
    },
    gke: {
        spot: { "cloud.google.com/gke-spot": "true", "cloud.google.com/gke-provisioning": "spot" },
        onDemand: { "cloud.google.com/gke-provisioning": "standard" },
    },
} as const;

/** The most nodes of a GKE node pool; a limit for each zone counts only where the zones are known. */
function gkeNodes({ declared, max, otherLimits }: FleetNodePool): Pick<NodeCeilings, "nodes" | "zones"> {
    const { path, value } = max;
    const isTotal = known(otherLimits) === true || path.at(-1) === "totalMaxNodeCount";
    if (isTotal || typeof value !== "number") return { nodes: max, zones: 1 };
    const zones = gkeZones(declared);
    return zones === undefined
        ? { nodes: absent(path), zones: 1 }
        : { nodes: { path, value: value * zones }, zones };
}

/** The zones of a GKE node pool; `undefined` where its cluster says which they are. */
function gkeZones({ object }: Declared): number | undefined {
    const locations = valueAt(object, ["nodeLocations"]);
    if (Array.isArray(locations)) return locations.length;
    const location = valueAt(object, ["location"]);
    // A zone has a letter behind its region: europe-west1-b.
    return locations === undefined && typeof location === "string" && /\d-[a-z]$/.test(location)
        ? 1
        : undefined;
}

/** What pods see of a node pool of Karpenter; `undefined` for anything else. */
export function readKarpenterNodes(reader: FieldReader): FleetNodes | undefined {
    const { declared } = reader;
    if (!isKarpenterNodePool(declared)) return undefined;
    const { values, hidden } = labelsAt(declared, ["spec", "template", "metadata", "labels"], {
        "karpenter.sh/nodepool": valueAt(declared.object, ["metadata", "name"]),
    });
    const requirements = valueAt(declared.object, REQUIREMENTS);
    const chosen = Array.isArray(requirements) ? requirements.flatMap(requiredValues) : [];
    const place = hidden ?? (isHidden(requirements) ? REQUIREMENTS : undefined);
    return {
        declared,
        labels: {
            values: new Map([...values, ...chosen]),
            ...(place === undefined ? {} : { hidden: place }),
        },
        taints: taintsAt(declared, ["spec", "template", "spec", "taints"]),
        most: {
            nodes: nodeLimit(reader),
            zones: 1,
            cpu: reader.quantity(["spec", "limits", "cpu"]),
            memory: reader.quantity(["spec", "limits", "memory"]),
        },
    };
}

const REQUIREMENTS: Path = ["spec", "template", "spec", "requirements"];

/** The values between which Karpenter chooses; of other operators nothing is said of a label. */
function requiredValues(requirement: unknown): (readonly [string, readonly unknown[]])[] {
    const [key, operator, values] = ["key", "operator", "values"].map((member) =>
        valueAt(requirement, [member]),
    );
    return typeof key === "string" && operator === "In" && Array.isArray(values) ? [[key, values]] : [];
}

/** A static pool has as many nodes as it says; its limit is for the time while they are replaced. */
function nodeLimit(reader: FieldReader): Field<number> {
    const replicas = reader.integer(["spec", "replicas"]);
    if (replicas.value !== undefined) return replicas;
    const { path, value } = reader.quantity(["spec", "limits", "nodes"]);
    return { path, value: value instanceof Quantity ? value.toNumber() : value };
}

function labelsAt(declared: Declared, path: Path, own: Readonly<Record<string, unknown>>): NodeLabels {
    const given = valueAt(declared.object, path);
    const isRecord = typeof given === "object" && given !== null && !isHidden(given);
    const values = Object.entries({ ...own, ...(isRecord ? given : {}) })
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([key, value]) => [key, [value]] as const);
    return { values: new Map(values), ...(isHidden(given) ? { hidden: path } : {}) };
}

/** The effects that keep pods away, by the names that the clouds give them. */
const EFFECTS: Readonly<Record<string, string>> = {
    NO_SCHEDULE: "NoSchedule",
    NoSchedule: "NoSchedule",
    NO_EXECUTE: "NoExecute",
    NoExecute: "NoExecute",
};

function taintsAt({ object }: Declared, path: Path): NodeTaints {
    const given = valueAt(object, path);
    if (isHidden(given)) return { taints: [], hidden: path };
    const items = Array.isArray(given) ? (given as readonly unknown[]) : [];
    const hidden = items.findIndex((item) =>
        [item, ...["key", "value", "effect"].map((member) => valueAt(item, [member]))].some(isHidden),
    );
    return {
        taints: items.flatMap(taintOf),
        ...(hidden === -1 ? {} : { hidden: [...path, hidden] }),
    };
}

function taintOf(item: unknown): NodeTaint[] {
    const [key, value = "", given] = ["key", "value", "effect"].map((member) => valueAt(item, [member]));
    const effect = typeof given === "string" ? EFFECTS[given] : undefined;
    if (typeof key !== "string" || effect === undefined || isHidden(value)) return [];
    return [{ key, value: typeof value === "string" ? value : "", effect }];
}
