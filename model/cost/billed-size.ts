import type { PodSize } from "../capacity";

const MIB_PER_GIB = 1024;

/** Steps of CPU and the smallest pod that GKE Autopilot bills, and how much memory goes with a vCPU. */
const AUTOPILOT = { step: 0.25, smallestGib: 0.5, leastGibPerVcpu: 1, mostGibPerVcpu: 6.5 } as const;

/**
 * What GKE Autopilot bills for a general-purpose pod: at least 250m and 512 MiB, CPU in steps of 250m, and 1 to 6.5 GiB
 * for each vCPU; what is out of proportion is raised.
 */
export function autopilotSize({ vcpu, memoryGib, gpus }: PodSize): PodSize {
    const { step, smallestGib, leastGibPerVcpu, mostGibPerVcpu } = AUTOPILOT;
    const steps = (cores: number): number => Math.max(step, Math.ceil(cores / step - 1e-9) * step);
    const memory = Math.max(memoryGib, smallestGib);
    const cores = steps(Math.max(vcpu, memory / mostGibPerVcpu));
    return { vcpu: cores, memoryGib: Math.max(memory, cores * leastGibPerVcpu), gpus };
}

/** Sizes that EKS on Fargate has: vCPUs, and the GiB from, to and in which steps. */
const FARGATE: readonly (readonly [vcpu: number, from: number, to: number, step: number])[] = [
    [0.25, 0.5, 2, 0.5],
    [0.5, 1, 4, 1],
    [1, 2, 8, 1],
    [2, 4, 16, 1],
    [4, 8, 30, 1],
    [8, 16, 60, 4],
    [16, 32, 120, 8],
];
/** What Fargate adds to each pod for the kubelet and its kin. */
const FARGATE_OVERHEAD_MIB = 256;

/**
 * What EKS on Fargate bills for a pod: its request and 256 MiB, rounded up to the next size that there is (AWS,
 * fargate-pod-configuration); `undefined` where no size is large enough, and for GPUs, which it does not have.
 */
export function fargateSize({ vcpu, memoryGib, gpus }: PodSize): PodSize | undefined {
    if (gpus > 0) return undefined;
    const needed = memoryGib + FARGATE_OVERHEAD_MIB / MIB_PER_GIB;
    for (const [cores, from, to, step] of FARGATE) {
        if (cores < vcpu - 1e-9 || to < needed) continue;
        const memory = from + Math.max(0, Math.ceil((needed - from) / step - 1e-9)) * step;
        if (memory <= to) return { vcpu: cores, memoryGib: memory, gpus };
    }
    return undefined;
}
