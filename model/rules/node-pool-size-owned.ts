import type { Path } from "../declared";
import type { Fleet, FleetNodePool } from "../fleet";
import { known } from "../fleet";
import { ignoresChanges } from "./ignores-changes";
import type { Breach, Rule } from "./rule";

/** Sizes of node pools that an apply and an autoscaler both write. */
export const nodePoolSizeOwned: Rule = {
    id: "node-pool-size-owned",
    severity: "warning",
    impact: "high",
    tags: ["capacity"],
    title: "The size of an autoscaled node pool is left to its autoscaler.",
    why: "Each apply sets the number of nodes back and takes away what works; GKE even replaces the whole pool.",
    source: "terraform-aws-eks#1879, #2030; pulumi-eks ignoreScalingChanges; terraform-provider-google#6354, #6901, #10105",
    *check({ nodePools }: Fleet) {
        for (const pool of nodePools) {
            // A pool of which it is not known whether it is autoscaled is noted by node-pool-bounds.
            if (known(pool.isAutoscaled) !== true) continue;
            yield* pool.cloud === "eks" ? checkEks(pool) : checkGke(pool);
        }
    },
};

function* checkEks({ declared, size }: FleetNodePool): Generator<Breach> {
    if (size.value === undefined || ignoresChanges(declared, size.path)) return;
    yield {
        declared,
        path: size.path,
        message:
            "desiredSize is written by each apply, and floor and ceiling leave the number to an autoscaler",
        fix: `add ${ignoring(size.path)}, or set sizes: CreateOnly where EksSpotNodeGroup makes it; a floor above the live size then needs one apply without it`,
    };
}

function* checkGke({ declared, size, initialSize, ignoresSize }: FleetNodePool): Generator<Breach> {
    if (size.value !== undefined && !ignoresChanges(declared, size.path)) {
        yield {
            declared,
            path: size.path,
            message: "nodeCount is given beside autoscaling, so each apply sets the number back",
            fix: "remove nodeCount; initialNodeCount is for the creation",
        };
    }
    const isIgnored = known(ignoresSize) === true || ignoresChanges(declared, initialSize.path);
    if (initialSize.value === undefined || isIgnored) return;
    yield {
        declared,
        path: initialSize.path,
        message: "a change of initialNodeCount replaces the pool with all of its nodes",
        fix: `add ${ignoring(initialSize.path)}, or set ignoreNodeCountChanges`,
    };
}

function ignoring(path: Path): string {
    return `ignoreChanges: ["${path.join(".")}"] to the resource's options`;
}
