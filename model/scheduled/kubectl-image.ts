import type { Platform } from "../platform";

/** In the middle of the supported versions: kubectl keeps to one minor version around that of its cluster. */
const DEFAULT_MINOR = "1.35";

/**
 * The image that sets bounds: Kubernetes' own, whose entry point is kubectl (kubernetes/kubernetes
 * build/server-image/kubectl/Dockerfile, published since 1.27 by #116672), of the cluster's minor version.
 *
 * @example kubectlImage({ kubernetesVersion: "1.36" }) // "registry.k8s.io/kubectl:v1.36.0"
 */
export function kubectlImage({ kubernetesVersion = DEFAULT_MINOR }: Platform): string {
    const [, minor = DEFAULT_MINOR] = /^v?(\d+\.\d+)/.exec(kubernetesVersion) ?? [];
    return `registry.k8s.io/kubectl:v${minor}.0`;
}
