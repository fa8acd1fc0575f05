import { problem } from "../arguments";
import type { Finding } from "../findings";
import { boughtOf, processorsOf, wantedArchitectures } from "./karpenter-architectures";
import type { KarpenterNodePoolArgs, KarpenterRequirementsArgs } from "./karpenter-args";
import { karpenterParts } from "./karpenter-capacity";
import { KarpenterCapacityType } from "./karpenter-choices";
import { mostTypes } from "./karpenter-requirements";

/** Requirements that leave fewer machines to choose from than they ask for, or spot nodes a single one. */
export function karpenterRequirementProblems(args: KarpenterNodePoolArgs): Finding[] {
    const { requirements = {} } = args;
    const { minInstanceTypes, minInstanceFamilies, instanceFamilies } = requirements;
    const types = mostTypes(requirements);
    const families =
        instanceFamilies === undefined ? undefined : boughtOf(instanceFamilies, requirements).size;
    const isSpot = karpenterParts(args).some(({ capacityTypes }) =>
        capacityTypes.includes(KarpenterCapacityType.Spot),
    );
    const ofOthers = [
        ...otherProcessors("instanceTypes", requirements),
        ...otherProcessors("instanceFamilies", requirements),
    ];
    if (ofOthers.length > 0) return ofOthers;
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

/** Types or families of which none has the processors that nodes must have. */
function otherProcessors(
    member: "instanceTypes" | "instanceFamilies",
    requirements: KarpenterRequirementsArgs,
): Finding[] {
    const given = requirements[member];
    if (given === undefined || boughtOf(given, requirements).size > 0) return [];
    const has = [...new Set(given.map(processorsOf))].join(", ");
    const wanted = wantedArchitectures(requirements).join(", ");
    const byDefault = requirements.architectures === undefined ? " by default" : "";
    return [
        problem(
            ["requirements", member],
            `is ${given.join(", ")} with processors of ${has}, and architectures is ${wanted}${byDefault}, so that nothing is ever bought`,
            `set architectures to ${has} if the agents' images are built for it, or choose ${member} of ${wanted}`,
        ),
    ];
}
