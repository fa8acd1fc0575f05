import { formatPodSize } from "../cost";
import { formatPath } from "../declared";
import type { Fleet, FleetNodes } from "../fleet";
import { isKarpenterNodePool, isUnknown } from "../fleet";
import type { BoundPool, SharedNodes } from "./bound-pools";
import { boundPools, nodesName, sharedNodes } from "./bound-pools";
import type { Need, NodeBound, NodeUnit } from "./node-bounds";
import { needOf, nodeBounds } from "./node-bounds";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** Most pools that a message names. */
const MOST_NAMED = 3;

/** Node pools that are full before the pools that run on them are at their ceilings. */
export const capacityPoolFits: Rule = {
    id: "capacity-pool-fits",
    severity: "warning",
    impact: "medium",
    tags: ["bounds", "capacity"],
    title: "A node pool may have the nodes that its pools fill at their ceilings.",
    why: "On the busiest day the last pods stay Pending, below a ceiling that every dashboard shows and nothing can reach.",
    source: "cluster-autoscaler estimator/binpacking_estimator.go: the largest pods first; EKS scalingConfig, GKE autoscaling, Karpenter spec.limits",
    *check(fleet: Fleet) {
        const { pools, hidden } = boundPools(fleet);
        for (const { declared, path } of hidden) yield notChecked(declared, path);
        for (const shared of sharedNodes(pools)) {
            for (const nodes of shared.nodes) yield* checkLimits(nodes);
            for (const bound of nodeBounds(shared)) yield* checkBound(shared, bound);
        }
    },
};

/** Limits of Karpenter that are not known; the bounds of the clouds' node pools are noted by node-pool-bounds. */
function* checkLimits({ declared, most }: FleetNodes): Generator<Breach> {
    if (!isKarpenterNodePool(declared)) return;
    const hidden = [most.nodes, most.cpu, most.memory].find(isUnknown);
    if (hidden !== undefined) yield notChecked(declared, hidden.path);
}

function* checkBound({ nodes, pools }: SharedNodes, bound: NodeBound): Generator<Breach> {
    const { unit, declared, path, limit, isAsCreated } = bound;
    const need = needOf(pools, unit);
    if (need === undefined || need.amount <= limit + ROUNDING) return;
    const created = nodes.length === 1 ? " as it is created" : " as they are created";
    yield {
        declared,
        path,
        message: `${describe(pools, need, unit)}, and the most is ${amountOf(limit, unit)}${isAsCreated ? created : ""}`,
        fix: `fits at ${raised(nodes, bound, need)}${lowered(pools, bound)}`,
    };
}

/** What sums of fractions may be off by the way numbers are held. */
const ROUNDING = 1e-6;

function describe(pools: readonly BoundPool[], { amount, filled }: Need, unit: NodeUnit): string {
    const named = pools
        .slice(0, MOST_NAMED)
        .map(({ name, pods: { size, count } }) => `${name} (${count} pods of ${formatPodSize(size)})`);
    const rest = pools.length > MOST_NAMED ? ` and ${pools.length - MOST_NAMED} more` : "";
    const [at, fill, request] =
        pools.length === 1 ? ["its ceiling", "fills", "requests"] : ["their ceilings", "fill", "request"];
    const who = `at ${at} ${named.join(", ")}${rest}`;
    if (filled === undefined) return `${who} ${request} ${amountOf(amount, unit)} together`;
    const of = `${amountOf(filled.count, "nodes")} of ${formatPodSize(filled.node)}`;
    const sum = unit === "nodes" ? "" : `, ${amountOf(amount, unit)} together`;
    return `${who} ${fill} ${of}${sum}`;
}

/** What must be written for all of them to fit. */
function raised(
    nodes: readonly FleetNodes[],
    { unit, path, isAsCreated }: NodeBound,
    { amount, filled }: Need,
): string {
    if (nodes.length > 1) {
        return `${amountOf(amount, unit)} of ${nodes.map(nodesName).join(" and ")} together`;
    }
    const zones = nodes[0]?.most.zones ?? 1;
    const least = Math.ceil(amount / zones - ROUNDING);
    // Karpenter counts all that a machine has.
    const kept =
        unit === "nodes" || filled === undefined
            ? ""
            : ` and what ${amountOf(filled.count, "nodes")} keep for themselves`;
    // What is in ignoreChanges reaches no nodes that are there.
    const onlyNew = isAsCreated ? ", which only a new group takes over" : "";
    return `${formatPath(path)} >= ${least}${unit === "memoryGib" ? "Gi" : ""}${kept}${onlyNew}`;
}

/** The ceiling of the largest pool with which all of them fit; nothing where it would leave none of its pods. */
function lowered(pools: readonly BoundPool[], { unit, limit }: NodeBound): string {
    const amount = (each: readonly BoundPool[]): number => needOf(each, unit)?.amount ?? 0;
    const alone = new Map(pools.map((pool) => [pool, amount([pool])]));
    const [first, ...others] = [...pools].sort((a, b) => (alone.get(b) ?? 0) - (alone.get(a) ?? 0));
    if (first === undefined || first.scaler.jobs !== undefined) return "";
    const fits = (count: number): boolean =>
        amount([{ ...first, pods: { ...first.pods, count } }, ...others]) <= limit + ROUNDING;
    if (!fits(1)) return "";
    let [fitting, tooMany] = [1, first.pods.count];
    while (tooMany - fitting > 1) {
        const middle = Math.floor((fitting + tooMany) / 2);
        if (fits(middle)) fitting = middle;
        else tooMany = middle;
    }
    return `, or with a ceiling of ${first.name} <= ${fitting}`;
}

function amountOf(amount: number, unit: NodeUnit): string {
    const number = String(Number(amount.toFixed(2)));
    if (unit === "nodes") return `${number} ${amount === 1 ? "node" : "nodes"}`;
    return unit === "vcpu" ? `${number} vCPU` : `${number} GiB`;
}
