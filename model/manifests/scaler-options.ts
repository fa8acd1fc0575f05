import type { DeclaredOptions } from "../declared";
import { kubernetesType } from "../declared";

const SCALERS = [
    kubernetesType("keda.sh/v1alpha1", "ScaledObject"),
    kubernetesType("autoscaling/v2", "HorizontalPodAutoscaler"),
];

/**
 * Options of a pool's autoscaler. A pool that changes its engine replaces one kind by the other; as two resources
 * the new one would be created first, and KEDA refuses a ScaledObject while an HPA has the workload (2.20.2
 * verifyHpas in scaledobject_webhook.go).
 */
export function scalerOptions(type: string, dependsOn: readonly string[]): DeclaredOptions {
    return {
        deleteBeforeReplace: true,
        dependsOn,
        formerTypes: SCALERS.filter((other) => other !== type),
        replaceOnChanges: ["kind"],
    };
}
