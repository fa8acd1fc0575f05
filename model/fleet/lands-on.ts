import { requestedResources } from "../capacity";
import { isHidden, sameLeaf, valueAt } from "../declared";
import type { Declared, Path } from "../declared";
import type { FleetNodes, NodeTaint } from "./fleet-nodes";
import type { FleetWorkload } from "./fleet-workload";
import type { NodeRequirement } from "./node-requirements";
import { hiddenAffinity, nodeAlternatives } from "./node-requirements";

/** A place whose value is known only after apply. */
export interface HiddenPlace {
    readonly declared: Declared;
    readonly path: Path;
}

/** Labels that clusters and clouds give to nodes of their own accord, so that other nodes may have them too. */
const GIVEN = /(^|\.)(kubernetes\.io|k8s\.io)\/|^karpenter\.|^eks\.amazonaws\.com\/|^cloud\.google\.com\//;

/** Of those, the ones that only the nodes of one group have. */
const OF_ONE_GROUP: ReadonlySet<string> = new Set([
    "cloud.google.com/gke-nodepool",
    "eks.amazonaws.com/nodegroup",
    "karpenter.sh/nodepool",
]);

/** What nodes are to a pod: not for it, as others are too, or as only they are; else what is not known of it. */
type Answer = "no" | "allows" | "binds" | HiddenPlace;

/**
 * Whether the pods of a workload are bound to the nodes of a group: they ask for labels that these have and others do
 * not, for none that these lack, and they tolerate their taints. Pods that ask for no such label may land anywhere, and
 * are bound to no group.
 */
export function landsOn(workload: FleetWorkload, nodes: FleetNodes): boolean | HiddenPlace {
    const labelled = byLabels(workload, nodes);
    if (labelled === "no" || labelled === "allows") return false;
    const tolerated = toleratesAll(workload, nodes);
    return tolerated === false || labelled === "binds" ? tolerated : labelled;
}

/**
 * The taints that keep the pods of a workload off the nodes of a group which is the one that they ask for: all their
 * alternatives ask for labels that these nodes have and others do not. Empty where that, or what they tolerate, is not known.
 */
export function keptOffBy(workload: FleetWorkload, nodes: FleetNodes): readonly NodeTaint[] {
    const { podSpec } = workload;
    const isKnown = !isHidden(valueAt(podSpec, ["nodeSelector"])) && hiddenAffinity(podSpec) === undefined;
    const isBound = nodeAlternatives(podSpec).every(
        (alternative) => meetsAll(alternative, workload, nodes) === "binds",
    );
    if (!isKnown || !isBound || toleratesAll(workload, nodes) !== false) return [];
    return untolerated(workload, nodes);
}

function byLabels(workload: FleetWorkload, nodes: FleetNodes): Answer {
    const { podSpec } = workload;
    if (isHidden(valueAt(podSpec, ["nodeSelector"]))) return placeIn(workload, ["nodeSelector"]);
    const answers = nodeAlternatives(podSpec).map((alternative) => meetsAll(alternative, workload, nodes));
    const best =
        answers.find((answer) => answer === "binds") ??
        answers.find((answer) => typeof answer === "object") ??
        answers.find((answer) => answer === "allows") ??
        "no";
    return best !== "no" && hiddenAffinity(podSpec) !== undefined ? placeIn(workload, ["affinity"]) : best;
}

/** What becomes of requirements of which each must hold. */
function meetsAll(
    requirements: readonly NodeRequirement[],
    workload: FleetWorkload,
    nodes: FleetNodes,
): Answer {
    const answers = requirements.map((requirement) => meets(requirement, workload, nodes));
    if (answers.includes("no")) return "no";
    const hidden = answers.find((answer) => typeof answer === "object");
    return hidden ?? (answers.includes("binds") ? "binds" : "allows");
}

function meets(
    requirement: NodeRequirement,
    workload: FleetWorkload,
    { declared, labels }: FleetNodes,
): Answer {
    const { key, operator, values, path } = requirement;
    const has = labels.values.get(key);
    if (has === undefined) {
        if (!["In", "Exists"].includes(operator) || GIVEN.test(key)) return "allows";
        return labels.hidden === undefined ? "no" : { declared, path: labels.hidden };
    }
    const met = GIVEN.test(key) && !OF_ONE_GROUP.has(key) ? "allows" : "binds";
    switch (operator) {
        case "In":
            if (values.some((value) => has.some((label) => sameLeaf(value, label)))) return met;
            return [...values, ...has].some(isHidden) ? placeIn(workload, path) : "no";
        case "NotIn":
            return has.every((label) => values.includes(label)) ? "no" : "allows";
        case "Exists":
            return met;
        case "DoesNotExist":
            return "no";
        default:
            return "allows";
    }
}

function placeIn({ declared, podSpecPath }: FleetWorkload, path: Path): HiddenPlace {
    return { declared, path: [...podSpecPath, ...path] };
}

function toleratesAll(workload: FleetWorkload, nodes: FleetNodes): boolean | HiddenPlace {
    const { declared, taints } = nodes;
    if (isHidden(valueAt(workload.podSpec, ["tolerations"]))) return placeIn(workload, ["tolerations"]);
    if (untolerated(workload, nodes).length === 0) {
        return taints.hidden === undefined ? true : { declared, path: taints.hidden };
    }
    const hidden = tolerationsOf(workload).findIndex((each) =>
        MEMBERS.some((member) => isHidden(valueAt(each, [member]))),
    );
    return hidden === -1 ? false : placeIn(workload, ["tolerations", hidden]);
}

/**
 * Taints that keep pods away. One with the name of a resource keeps no pod away that requests it: the admission plugin
 * ExtendedResourceToleration, which EKS and GKE have, adds the toleration (kubernetes#55839, aws/containers-roadmap#739).
 */
function untolerated(workload: FleetWorkload, { taints: { taints } }: FleetNodes): NodeTaint[] {
    const tolerations = tolerationsOf(workload);
    const added = requestedResources(workload.podSpec).map((key) => ({
        key,
        operator: "Exists",
        effect: "NoSchedule",
    }));
    return taints.filter((taint) => ![...tolerations, ...added].some((each) => tolerates(each, taint)));
}

function tolerationsOf({ podSpec }: FleetWorkload): readonly unknown[] {
    const given = valueAt(podSpec, ["tolerations"]);
    return Array.isArray(given) ? given : [];
}

const MEMBERS = ["key", "operator", "value", "effect"];

/** Kubernetes' own comparison (k8s.io/api core/v1 Toleration.ToleratesTaint). */
function tolerates(toleration: unknown, taint: NodeTaint): boolean {
    const [key, operator = "Equal", value = "", effect] = MEMBERS.map((member) => {
        const given = valueAt(toleration, [member]);
        return given === null || given === "" ? undefined : given;
    });
    if (effect !== undefined && effect !== taint.effect) return false;
    if (key !== undefined && key !== taint.key) return false;
    if (operator === "Exists") return true;
    return key !== undefined && operator === "Equal" && value === taint.value;
}
