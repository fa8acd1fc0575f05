import { showLeaf } from "../declared";
import type { Fleet, FleetNodePool } from "../fleet";
import { isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** Bounds of a node pool that its cloud refuses, or that are no bounds. */
export const nodePoolBounds: Rule = {
    id: "node-pool-bounds",
    severity: "error",
    impact: "high",
    tags: ["capacity"],
    title: "A node pool's floor, size and ceiling are in order, and an autoscaled one has a ceiling of one kind.",
    why: "The cloud refuses the update half-way through an apply, after other resources have changed already.",
    source: "EKS CreateNodegroup scalingConfig; GKE NodePoolAutoscaling: limits for each zone or in total, never both",
    *check({ nodePools }: Fleet) {
        for (const pool of nodePools) yield* checkPool(pool);
    },
};

function* checkPool(pool: FleetNodePool): Generator<Breach> {
    const { declared, cloud, min, max, size, otherLimits } = pool;
    for (const bound of [min, max]) {
        if (isUnknown(bound)) yield notChecked(declared, bound.path);
    }
    const [least, most, count] = [known(min), known(max), known(size)];
    if (known(otherLimits) === true) {
        yield {
            declared,
            path: otherLimits.path,
            message: "limits for each zone and limits in total are both given",
            fix: "keep totalMinNodeCount and totalMaxNodeCount: limits for each zone multiply by the zones",
        };
        return;
    }
    if (cloud === "gke" && known(pool.isAutoscaled) === true && max.value === undefined) {
        yield {
            declared,
            path: ["autoscaling"],
            message: "the pool is autoscaled and has no ceiling",
            fix: "give totalMaxNodeCount: the most nodes that you would pay for",
        };
    }
    if (most !== undefined && most < 1) {
        yield {
            declared,
            path: max.path,
            message: `the ceiling is ${most}, so no node can ever start`,
            fix: "use 1 or more",
        };
    } else if (least !== undefined && most !== undefined && least > most) {
        yield {
            declared,
            path: min.path,
            message: `the floor ${least} is above the ceiling ${most}`,
            fix: `use a floor of ${most} or less, or a ceiling of ${least} or more`,
        };
    } else if (cloud === "eks" && count !== undefined && !isWithin(count, least, most)) {
        yield {
            declared,
            path: size.path,
            message: `the size ${count} is not between the floor ${showLeaf(least)} and the ceiling ${showLeaf(most)}`,
            fix: `start with ${showLeaf(least)} nodes`,
        };
    }
}

function isWithin(count: number, least: number | undefined, most: number | undefined): boolean {
    if (least === undefined || most === undefined) return true;
    return least <= count && count <= most;
}
