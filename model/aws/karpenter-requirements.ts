import { KARPENTER_CAPACITY_LABEL } from "../node-pool";
import { boughtOf, wantedArchitectures } from "./karpenter-architectures";
import type { KarpenterRequirementsArgs } from "./karpenter-args";
import type { KarpenterPart } from "./karpenter-capacity";
import { KarpenterCapacityType, KarpenterFlavor } from "./karpenter-choices";

/** A requirement of a NodePool, as its CRD has it. */
export interface KarpenterRequirement {
    readonly key: string;
    readonly operator: "In" | "Exists" | "Gt";
    readonly values?: readonly string[];
    readonly minValues?: number;
}

/** Karpenter's documentation names no number for spot; our choice, of which AWS' advice to use many types is the reason. */
const SPOT_TYPES = 5;

/** Compute, general and memory optimized machines, which Karpenter's documentation begins with too. */
const USUAL_CATEGORIES = ["c", "m", "r"];

/** The prefix of labels of EC2 instances (EKS Auto Mode supported labels; Karpenter, concepts/nodepools). */
const LABEL_PREFIX: Readonly<Record<KarpenterFlavor, string>> = {
    SelfManaged: "karpenter.k8s.aws",
    AutoMode: "eks.amazonaws.com",
};

/** What the nodes of a NodePool must be. */
export function karpenterRequirements(
    args: KarpenterRequirementsArgs,
    flavor: KarpenterFlavor,
    { capacityTypes, spread }: KarpenterPart,
): KarpenterRequirement[] {
    const label = (name: string): string => `${LABEL_PREFIX[flavor]}/instance-${name}`;
    const { instanceFamilies, instanceTypes, minGeneration, zones } = args;
    const isFree = instanceFamilies === undefined && instanceTypes === undefined;
    const categories = args.instanceCategories ?? (isFree ? USUAL_CATEGORIES : undefined);
    return [
        oneOf(KARPENTER_CAPACITY_LABEL, capacityTypes),
        ...(spread === undefined ? [] : [oneOf(spread.label, spread.values)]),
        ...optional(label("category"), categories),
        ...optional(label("family"), instanceFamilies, args.minInstanceFamilies),
        ...optional(label("size"), args.instanceSizes),
        ...optional("node.kubernetes.io/instance-type", instanceTypes, minTypes(args, capacityTypes)),
        ...(minGeneration === undefined
            ? []
            : [{ key: label("generation"), operator: "Gt" as const, values: [`${minGeneration - 1}`] }]),
        oneOf("kubernetes.io/arch", wantedArchitectures(args)),
        // Auto Mode has Linux alone, and does not support the label.
        ...(flavor === KarpenterFlavor.AutoMode ? [] : [oneOf("kubernetes.io/os", ["linux"])]),
        ...optional("topology.kubernetes.io/zone", zones),
    ];
}

/** The most types that requirements leave; `undefined` where that depends on what AWS offers. */
export function mostTypes(requirements: KarpenterRequirementsArgs): number | undefined {
    const { instanceTypes, instanceFamilies, instanceSizes } = requirements;
    const bounds = [
        ...(instanceTypes === undefined ? [] : [boughtOf(instanceTypes, requirements).size]),
        ...(instanceFamilies === undefined || instanceSizes === undefined
            ? []
            : [boughtOf(instanceFamilies, requirements).size * new Set(instanceSizes).size]),
    ];
    return bounds.length === 0 ? undefined : Math.min(...bounds);
}

function minTypes(
    args: KarpenterRequirementsArgs,
    capacityTypes: readonly KarpenterCapacityType[],
): number | undefined {
    if (args.minInstanceTypes !== undefined || !capacityTypes.includes(KarpenterCapacityType.Spot)) {
        return args.minInstanceTypes;
    }
    return Math.min(SPOT_TYPES, mostTypes(args) ?? SPOT_TYPES);
}

function oneOf(key: string, values: readonly string[]): KarpenterRequirement {
    return { key, operator: "In", values: [...new Set(values)] };
}

function optional(
    key: string,
    values: readonly string[] | undefined,
    minValues?: number,
): KarpenterRequirement[] {
    const least = minValues === undefined ? {} : { minValues };
    if (values !== undefined) return [{ ...oneOf(key, values), ...least }];
    return minValues === undefined ? [] : [{ key, operator: "Exists", minValues }];
}
