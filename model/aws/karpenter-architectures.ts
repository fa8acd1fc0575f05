import { ec2Architecture } from "../node-pool";
import type { KarpenterRequirementsArgs } from "./karpenter-args";
import { KarpenterArchitecture } from "./karpenter-choices";

const PROCESSORS = {
    x86_64: KarpenterArchitecture.Amd64,
    arm64: KarpenterArchitecture.Arm64,
} as const;

/** For which processors nodes may be: those that the agents' images are built for. */
export function wantedArchitectures({
    architectures,
}: KarpenterRequirementsArgs): readonly KarpenterArchitecture[] {
    return architectures ?? [KarpenterArchitecture.Amd64];
}

/**
 * The processors of an instance type, or of all types of a family.
 *
 * @example processorsOf("m7g") // "arm64"
 */
export function processorsOf(typeOrFamily: string): KarpenterArchitecture {
    const type = typeOrFamily.includes(".") ? typeOrFamily : `${typeOrFamily}.large`;
    return PROCESSORS[ec2Architecture(type)];
}

/** Of instance types or families, each once, those that have one of the processors that nodes may be for. */
export function boughtOf(
    typesOrFamilies: readonly string[],
    requirements: KarpenterRequirementsArgs,
): ReadonlySet<string> {
    const wanted = wantedArchitectures(requirements);
    return new Set(typesOrFamilies.filter((each) => wanted.includes(processorsOf(each))));
}
