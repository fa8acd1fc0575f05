/** The share around its target in which a number changes nothing, where an HPA gives none (kube-controller-manager). */
export const DEFAULT_TOLERANCE = 0.1;

/**
 * The fewest replicas at which an HPA stands still although a metric asks for more, one of each replica: it leaves
 * alone what is within the tolerance (Kubernetes pkg/controller/podautoscaler, kedacore/keda#6709).
 *
 * @example restingReplicas(45) // 41
 */
export function restingReplicas(wanted: number, tolerance: number = DEFAULT_TOLERANCE): number {
    const most = 1 + tolerance;
    let replicas = Math.floor(wanted / most);
    while (wanted / replicas > most) replicas++;
    return replicas;
}
