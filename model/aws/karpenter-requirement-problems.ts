import { problem } from "../arguments";
import type { Finding } from "../findings";
import type { KarpenterNodePoolArgs } from "./karpenter-args";
import { karpenterParts } from "./karpenter-capacity";
import { KarpenterCapacityType } from "./karpenter-choices";
import { mostTypes } from "./karpenter-requirements";

/** Requirements that leave fewer machines to choose from than they ask for, or spot nodes a single one. */
export function karpenterRequirementProblems(args: KarpenterNodePoolArgs): Finding[] {
    const { requirements = {} } = args;
    const { minInstanceTypes, minInstanceFamilies, instanceFamilies } = requirements;
    const types = mostTypes(requirements);
    const families = instanceFamilies === undefined ? undefined : new Set(instanceFamilies).size;
    const isSpot = karpenterParts(args).some(({ capacityTypes }) =>
        capacityTypes.includes(KarpenterCapacityType.Spot),
    );
    return [
        ...tooFew("minInstanceTypes", minInstanceTypes, types, "types"),
        ...tooFew("minInstanceFamilies", minInstanceFamilies, families, "families"),
        ...(isSpot && types === 1
            ? [
                  problem(
                      ["requirements"],
                      "leave one type of instance, and when AWS takes its spot machines back there is no other",
                      "allow several types of one size, for example the families m7i, m7a, m6i and m6a",
                  ),
              ]
            : []),
    ];
}

function tooFew(
    member: string,
    least: number | undefined,
    most: number | undefined,
    what: string,
): Finding[] {
    if (least === undefined || most === undefined || least <= most) return [];
    return [
        problem(
            ["requirements", member],
            `is ${least}, and of the ${what} of instances the requirements leave ${most}, so that nothing is ever bought`,
            `use ${most} or less, or allow more ${what}`,
        ),
    ];
}
