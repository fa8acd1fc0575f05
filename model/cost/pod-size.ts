import type { PodSize, PodSpec } from "../capacity";
import { Quantity, isGpu, podRequest, requestedResources } from "../capacity";
import { Unknown } from "../declared";
import { PriceGap } from "./price-gap";

const BYTES_PER_GIB = 1024 ** 3;

/**
 * The size of a pod by its effective request: init containers, sidecars and overhead included, a limit where no request
 * is. Why it has none that can be priced, else.
 */
export function podSize(podSpec: PodSpec): PodSize | PriceGap {
    const amounts = ["cpu", "memory"].map((resource) => podRequest(podSpec, resource));
    const [cpu, memory] = amounts;
    if (!(cpu instanceof Quantity) || !(memory instanceof Quantity)) {
        return PriceGap.unknown("what a pod requests is", "pods");
    }
    const missing = [...(cpu.sign === 0 ? ["cpu"] : []), ...(memory.sign === 0 ? ["memory"] : [])];
    if (missing.length > 0) {
        return new PriceGap(
            `a pod requests no ${missing.join(" and no ")}`,
            `give every container a request of ${missing.join(" and ")}`,
            "pods",
        );
    }
    const devices = requestedResources(podSpec).filter(isGpu);
    const counts = devices.map((resource) => podRequest(podSpec, resource));
    if (counts.some((count) => count instanceof Unknown)) {
        return PriceGap.unknown("the GPUs of a pod are", "pods");
    }
    if ([cpu, memory, ...counts].some((amount) => amount instanceof Quantity && amount.sign < 0)) {
        return new PriceGap("a pod requests less than nothing", "request amounts above 0", "pods");
    }
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
