import type { DeclaredOptions } from "../declared";
import { kubernetesType } from "../declared";
import type { Pool } from "../pool";

const SCALED_OBJECT = kubernetesType("keda.sh/v1alpha1", "ScaledObject");
const HORIZONTAL_POD_AUTOSCALER = kubernetesType("autoscaling/v2", "HorizontalPodAutoscaler");
const SCALERS = [SCALED_OBJECT, HORIZONTAL_POD_AUTOSCALER];

/** Where each kind holds its ceiling. */
const CEILINGS: ReadonlyMap<string, string> = new Map([
    [SCALED_OBJECT, "spec.maxReplicaCount"],
    [HORIZONTAL_POD_AUTOSCALER, "spec.maxReplicas"],
]);

/**
 * Options of a pool's autoscaler. A pool that changes its engine replaces one kind by the other; as two resources
 * the new one would be created first, and KEDA refuses a ScaledObject while an HPA has the workload (2.20.2
 * verifyHpas in scaledobject_webhook.go).
 */
export function scalerOptions(
    type: string,
    dependsOn: readonly string[],
    { ceilings }: Pool["scale"],
): DeclaredOptions {
    return {
        // The clock owns a ceiling that it sets, and an update at night leaves it where it is.
        ...(ceilings.length === 0 ? {} : { ignoreChanges: [CEILINGS.get(type) ?? ""] }),
        deleteBeforeReplace: true,
        dependsOn,
        formerTypes: SCALERS.filter((other) => other !== type),
        replaceOnChanges: ["kind"],
    };
}
