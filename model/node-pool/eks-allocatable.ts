import type { NodeShapeArgs } from "../pool";
import { ec2MaxPods } from "./ec2-max-pods";
import { ec2Shape } from "./ec2-shape";

const MIB_PER_GIB = 1024;
const MILLIS_PER_CPU = 1000;

/**
 * What the hypervisor and the kernel take before the kubelet counts: the share that Karpenter assumes of a machine that
 * it has not seen (karpenter-provider-aws pkg/operator/options, VM_MEMORY_OVERHEAD_PERCENT 0.075).
 */
const MEMORY_OVERHEAD = 0.075;

/** Below it the kubelet evicts pods (amazon-eks-ami nodeadm/internal/kubelet/config.go, evictionHard memory.available). */
const EVICTION_MIB = 100;

/** Memory for the kubelet and the container runtime (nodeadm, GetMemoryMebibytesToReserve: 11 for each pod, and 255). */
const RESERVED_MIB = 255;
const RESERVED_MIB_PER_POD = 11;

/** Millicores of each CPU for the same: the first, the second, the next two, and each further one (nodeadm, getCPUMillicoresToReserve). */
const RESERVED_MILLIS: readonly (readonly [cpus: number, millis: number])[] = [
    [1, 60],
    [1, 10],
    [2, 5],
    [Infinity, 2.5],
];

/** Most pods on a node of a managed node group, whatever addresses there are (EKS user guide, How maxPods is determined). */
const MOST_PODS_SMALL = 110;
const MOST_PODS_LARGE = 250;
const LARGE_VCPU = 30;

/** What a node offers, to pods. */
export interface EksNode {
    readonly cpuMillis: number;
    readonly memoryMib: number;
    readonly gpus: number;
    readonly pods: number;
}

/**
 * What a node of an EKS managed node group offers to pods, after what AL2023 keeps for itself; rather too little than too
 * much. Memory is kept for as many pods as there are addresses, also where EKS allows fewer. `undefined` where the type is
 * in no table here.
 *
 * @example eksAllocatable("m7i.xlarge") // { cpuMillis: 3920, memoryMib: 14162, gpus: 0, pods: 58 }
 */
export function eksAllocatable(instanceType: string): EksNode | undefined {
    const shape = ec2Shape(instanceType);
    const addresses = ec2MaxPods(instanceType);
    if (shape === undefined || addresses === undefined) return undefined;
    const { vcpu, memoryGib, gpus } = shape;
    const reservedMib = RESERVED_MIB + RESERVED_MIB_PER_POD * addresses + EVICTION_MIB;
    return {
        cpuMillis: vcpu * MILLIS_PER_CPU - reservedMillis(vcpu),
        memoryMib: Math.floor(memoryGib * MIB_PER_GIB * (1 - MEMORY_OVERHEAD)) - reservedMib,
        gpus,
        pods: Math.min(addresses, vcpu < LARGE_VCPU ? MOST_PODS_SMALL : MOST_PODS_LARGE),
    };
}

function reservedMillis(vcpu: number): number {
    let left = vcpu;
    let millis = 0;
    for (const [cpus, each] of RESERVED_MILLIS) {
        const taken = Math.min(left, cpus);
        millis += taken * each;
        left -= taken;
    }
    return Math.ceil(millis);
}

/**
 * What pods can rely on wherever in a group of these types they land: the least of each, at the price of the dearest.
 * `undefined` where one of the types is in no table here.
 */
export function eksSmallest(instanceTypes: readonly string[]): NodeShapeArgs | undefined {
    const nodes = instanceTypes.map(eksAllocatable);
    const known = nodes.filter((node) => node !== undefined);
    if (known.length === 0 || known.length < nodes.length) return undefined;
    const least = (member: keyof EksNode): number => Math.min(...known.map((node) => node[member]));
    const gpus = least("gpus");
    return {
        cpu: `${least("cpuMillis")}m`,
        memory: `${least("memoryMib")}Mi`,
        ...(gpus === 0 ? {} : { gpus }),
        pods: least("pods"),
        instanceType: dearest(instanceTypes),
    };
}

function dearest(instanceTypes: readonly string[]): string {
    const price = (instanceType: string): number => ec2Shape(instanceType)?.usdPerHour ?? 0;
    return instanceTypes.reduce((best, other) => (price(other) > price(best) ? other : best));
}
