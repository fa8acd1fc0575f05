/**
 * Whether a resource is given whole or not at all, so that its limit must equal its request: devices and huge pages
 * (k8s.io/kubernetes pkg/apis/core/helper IsOvercommitAllowed).
 *
 * @example isGivenWhole("nvidia.com/gpu") // true
 */
export function isGivenWhole(resource: string): boolean {
    const isNative = !resource.includes("/") || resource.includes("kubernetes.io/");
    return !isNative || resource.startsWith("hugepages-");
}
