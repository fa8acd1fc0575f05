import type { PodSpec } from "../capacity";
import { Quantity, isGpu, podRequest, requestedResources } from "../capacity";
import { Unknown } from "../declared";

const BYTES_PER_GIB = 1024 ** 3;

/** What one pod takes from a node, in the units that prices are in. */
export interface PodSize {
    readonly vcpu: number;
    readonly memoryGib: number;
    /** GPUs of any kind. */
    readonly gpus: number;
}

/**
 * The size of a pod by its effective request: init containers, sidecars and overhead included, a limit where no request
 * is. Why it has none that can be priced, else.
 */
export function podSize(podSpec: PodSpec): PodSize | string {
    const amounts = ["cpu", "memory"].map((resource) => podRequest(podSpec, resource));
    const [cpu, memory] = amounts;
    if (!(cpu instanceof Quantity) || !(memory instanceof Quantity)) {
        return "what a pod requests is known only after apply";
    }
    const missing = [...(cpu.sign === 0 ? ["cpu"] : []), ...(memory.sign === 0 ? ["memory"] : [])];
    if (missing.length > 0) return `a pod requests no ${missing.join(" and no ")}`;
    const devices = requestedResources(podSpec).filter(isGpu);
    const counts = devices.map((resource) => podRequest(podSpec, resource));
    if (counts.some((count) => count instanceof Unknown))
        return "the GPUs of a pod are known only after apply";
    return {
        vcpu: cpu.toNumber(),
        memoryGib: memory.toNumber() / BYTES_PER_GIB,
        gpus: counts.reduce((sum, count) => sum + (count instanceof Quantity ? count.toNumber() : 0), 0),
    };
}

/**
 * A pod's size for a message.
 *
 * @example formatPodSize({ vcpu: 2, memoryGib: 8, gpus: 0 }) // "2 vCPU, 8 GiB"
 */
export function formatPodSize({ vcpu, memoryGib, gpus }: PodSize): string {
    const number = (value: number): string => String(Number(value.toFixed(3)));
    return [
        `${number(vcpu)} vCPU`,
        `${number(memoryGib)} GiB`,
        ...(gpus === 0 ? [] : [`${number(gpus)} GPU${gpus === 1 ? "" : "s"}`]),
    ].join(", ");
}
