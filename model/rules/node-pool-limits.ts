import type { Declared } from "../declared";
import { isKnown, valueAt } from "../declared";
import type { Fleet } from "../fleet";
import { isKarpenterNodePool } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** What every node has some of, so that a limit of it is one of the nodes. */
const BOUNDING = ["cpu", "memory", "nodes"];

/** Karpenter's node pools that buy nodes without an end. */
export const nodePoolLimits: Rule = {
    id: "node-pool-limits",
    severity: "warning",
    impact: "high",
    tags: ["bounds", "cost"],
    from: "standard",
    title: "A node pool of Karpenter says how much it may buy at the most.",
    why: "Karpenter buys a node for every pod that waits; a ceiling that is wrong by a digit is then paid in machines.",
    source: "Karpenter 1.14 pkg/apis/v1/nodepool.go: limits are optional, and where none are written there are none",
    *check({ declared }: Fleet) {
        for (const object of declared) if (isKarpenterNodePool(object)) yield* checkNodePool(object);
    },
};

function* checkNodePool(declared: Declared): Generator<Breach> {
    const given = (...path: string[]): unknown => valueAt(declared.object, ["spec", ...path]) ?? undefined;
    // A static pool has as many nodes as it says.
    if (given("replicas") !== undefined) return;
    const limits = BOUNDING.map((resource) => given("limits", resource)).filter((each) => each !== undefined);
    const path = ["spec", "limits"];
    if (limits.length === 0) {
        yield {
            declared,
            path,
            message: "nothing limits the CPU, the memory or the number of nodes that it buys",
            fix: 'write the CPU of all its nodes together, for example spec.limits: {cpu: "200"}',
        };
    } else if (!limits.some((limit) => isKnown(limit))) {
        yield notChecked(declared, path);
    }
}
