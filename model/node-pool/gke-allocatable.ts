import type { MachineShape } from "./gce-shape";

/** A part of a machine up to a bound, and the share of it that GKE keeps. */
type Band = readonly [upTo: number, share: number];

/** GKE, "Plan GKE Standard node sizes": CPU that is reserved, by cores. */
const CPU_BANDS: readonly Band[] = [
    [1, 0.06],
    [2, 0.01],
    [4, 0.005],
    [Infinity, 0.0025],
];

/** GKE, "Plan GKE Standard node sizes": memory that is reserved, by GiB. */
const MEMORY_BANDS: readonly Band[] = [
    [4, 0.25],
    [8, 0.2],
    [16, 0.1],
    [128, 0.06],
    [Infinity, 0.02],
];

/** The kubelet evicts pods when less is free, so it is no pod's (the same page). */
const EVICTION_MIB = 100;

/**
 * What the machine's memory loses before the kubelet counts it. The page's own node of 16 GiB offers 13,498,416 KiB;
 * the bands and the eviction threshold alone would leave it 13,948,518 KiB.
 */
const KERNEL_SHARE = 0.03;

const MIB = 1024;
const MILLI = 1000;

/** What the nodes of GKE offer to pods, as Kubernetes writes it. */
export interface Allocatable {
    readonly cpu: string;
    readonly memory: string;
}

/**
 * What a GKE node of a machine offers to pods, of which the system's own pods take a part too. Rounded down, so that
 * what fits here fits there.
 *
 * @example gkeAllocatable({ vcpu: 4, memoryGib: 16, gpus: 0 }) // { cpu: "3920m", memory: "13130Mi" }
 */
export function gkeAllocatable({ vcpu, memoryGib }: MachineShape): Allocatable {
    const memoryMib =
        (memoryGib * (1 - KERNEL_SHARE) - reserved(memoryGib, MEMORY_BANDS)) * MIB - EVICTION_MIB;
    return {
        cpu: `${Math.floor((vcpu - reserved(vcpu, CPU_BANDS)) * MILLI)}m`,
        memory: `${Math.floor(memoryMib)}Mi`,
    };
}

function reserved(amount: number, bands: readonly Band[]): number {
    let kept = 0;
    let from = 0;
    for (const [upTo, share] of bands) {
        kept += Math.max(0, Math.min(amount, upTo) - from) * share;
        from = upTo;
    }
    return kept;
}
