import { problem } from "../arguments";
import type { Finding } from "../findings";
import { ec2Architecture, ec2Shape } from "../node-pool";
import type { EksSpotNodeGroupArgs } from "./eks-spot-node-group-args";
import { instanceSize } from "./instance-type";

const AT = ["instanceTypes"];

/** Instance types that are too few, or of which pods and an autoscaler could not say what a node has. */
export function instanceTypeProblems({ instanceTypes, profile }: EksSpotNodeGroupArgs): Finding[] {
    return [
        ...countProblems(instanceTypes),
        ...shapeProblems(instanceTypes),
        ...profileProblems(instanceTypes, profile.node?.instanceType),
    ];
}

function countProblems(instanceTypes: readonly string[]): Finding[] {
    const [first = ""] = instanceTypes;
    if (new Set(instanceTypes).size > 1) return [];
    return [
        problem(
            AT,
            `names ${first} alone: when others want it, all spot nodes go at once and none comes back`,
            "give four types or more with the same number of vCPUs and the same memory",
        ),
    ];
}

/** Cluster Autoscaler takes the first type for all of them (EKS best practices, cluster-autoscaler: the same shape). */
function shapeProblems(instanceTypes: readonly string[]): Finding[] {
    const first = instanceTypes.find((type) => ec2Shape(type) !== undefined) ?? instanceTypes[0] ?? "";
    return instanceTypes.flatMap((type, index) => {
        if (ec2Architecture(type) !== ec2Architecture(first)) {
            return [mixed(index, type, ec2Architecture(type), first, ec2Architecture(first))];
        }
        if (ec2Shape(type) === undefined) {
            return [
                instanceSize(type) === instanceSize(first)
                    ? notCompared(index, type)
                    : otherSize(index, type, first),
            ];
        }
        const [shape, wanted] = [describe(type), describe(first)];
        return shape === wanted ? [] : [mixed(index, type, shape, first, wanted)];
    });
}

function mixed(index: number, type: string, shape: string, first: string, wanted: string): Finding {
    return problem(
        [...AT, index],
        `is ${type} (${shape}), and ${first} is ${wanted}: a pod that fits one may not fit the other`,
        "give types of one shape, and make another group of the others",
    );
}

/** A size has about the same number of vCPUs in each family, though not in every old or burstable one: doubtful, not impossible. */
function otherSize(index: number, type: string, first: string): Finding {
    const message = `is ${type}, which is not in the price table, and ${first} is of another size: a pod that fits one may not fit the other`;
    const fix = `give types of the size ${instanceSize(first)}, and make another group of the others`;
    return { ...problem([...AT, index], message, fix), severity: "warning" };
}

function notCompared(index: number, type: string): Finding {
    const message = `is ${type}, which is not in the price table: not checked whether it has the shape of the others`;
    return { ...problem([...AT, index], message, "compare its vCPUs and memory by hand"), severity: "note" };
}

function describe(type: string): string {
    const { vcpu = 0, memoryGib = 0, gpus = 0 } = ec2Shape(type) ?? {};
    return `${vcpu} vCPU, ${memoryGib} GiB${gpus === 0 ? "" : `, ${gpus} GPU`}`;
}

function profileProblems(instanceTypes: readonly string[], priced: string | undefined): Finding[] {
    if (priced === undefined || instanceTypes.includes(priced)) return [];
    return [
        problem(
            ["profile", "node", "instanceType"],
            `is ${priced}, of which the group has no nodes`,
            "make the profile from the same instance types",
        ),
    ];
}
