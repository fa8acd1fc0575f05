import type { PodSize } from "../capacity";
import type { CostPoint } from "../cost";
import { formatPodSize } from "../cost";

/**
 * What a ceiling is made of, for a message.
 *
 * @example formatCeiling({ replicas: 40, nodes: 20, usdPerMonth: 2943 }, pod) // "40 x (2 vCPU, 8 GiB) on 20 nodes"
 */
export function formatCeiling({ replicas, nodes }: CostPoint, pod: PodSize): string {
    const on = nodes === undefined ? "" : ` on ${nodes} node${nodes === 1 ? "" : "s"}`;
    return `${replicas} x (${formatPodSize(pod)})${on}`;
}
