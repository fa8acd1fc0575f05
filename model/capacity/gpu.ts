const GPUS: ReadonlySet<string> = new Set(["nvidia.com/gpu", "amd.com/gpu", "gpu.intel.com/i915"]);

/** Whether a resource is a device that is counted as a GPU. */
export function isGpu(resource: string): boolean {
    return GPUS.has(resource);
}
