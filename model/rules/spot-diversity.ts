import type { Fleet } from "../fleet";
import { isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";

/** Spot groups that stand on too few kinds of machines. */
export const spotDiversity: Rule = {
    id: "spot-diversity",
    severity: "warning",
    impact: "medium",
    tags: ["capacity", "spot"],
    title: "A spot node group of EKS has at least three types of instances.",
    why: "When the one type is wanted elsewhere, all nodes go at once and none comes back, while others stand idle.",
    source: "AWS, best practices for Spot: be flexible about instance types; terraform-aws-eks examples",
    settings: {
        types: {
            shape: { kind: "integer", min: 1, max: 50 },
            meaning: "The fewest types of instances of a spot node group.",
            value: 3,
        },
    },
    *check({ nodePools }: Fleet, { settings }) {
        const fewest = settings.number("types") ?? 1;
        for (const { declared, cloud, isSpot, instanceTypes } of nodePools) {
            // A GKE node pool has one machine type by its nature.
            if (cloud !== "eks" || isSpot.value === undefined || known(isSpot) === false) continue;
            if (isUnknown(isSpot)) {
                yield notChecked(declared, isSpot.path, "whether the group is one of spot nodes");
                continue;
            }
            if (isUnknown(instanceTypes)) {
                yield notChecked(declared, instanceTypes.path);
                continue;
            }
            const count = new Set(known(instanceTypes)).size;
            // Without any the group has AWS's default, one type.
            if (count >= fewest) continue;
            yield {
                declared,
                path: instanceTypes.path,
                message: `the group is on spot with ${count === 0 ? "AWS's default type alone" : count === 1 ? "one type of instance" : `${count} types of instances`}`,
                fix: `give ${fewest} types or more with the same number of vCPUs and the same memory`,
            };
        }
    },
};
