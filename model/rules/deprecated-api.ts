import type { Fleet } from "../fleet";
import type { Rule } from "./rule";

/** What came in the place of a version, and the release that went without it. */
interface Successor {
    readonly use: string;
    readonly gone: string;
}

const NEXT_HPA = "autoscaling/v2";
const NEXT_KEDA: Successor = { use: "keda.sh/v1alpha1", gone: "KEDA 2.0" };
const NEXT_APPS: Successor = { use: "apps/v1", gone: "Kubernetes 1.16" };

/** Versions that no supported cluster serves, by type; what is read from the ones that are served is in the fleet. */
const SUCCESSORS: ReadonlyMap<string, Successor> = new Map<string, Successor>([
    ["autoscaling/v2beta1:HorizontalPodAutoscaler", { use: NEXT_HPA, gone: "Kubernetes 1.25" }],
    ["autoscaling/v2beta2:HorizontalPodAutoscaler", { use: NEXT_HPA, gone: "Kubernetes 1.26" }],
    ["policy/v1beta1:PodDisruptionBudget", { use: "policy/v1", gone: "Kubernetes 1.25" }],
    ["apps/v1beta1:Deployment", NEXT_APPS],
    ["apps/v1beta1:StatefulSet", NEXT_APPS],
    ["apps/v1beta2:Deployment", NEXT_APPS],
    ["apps/v1beta2:StatefulSet", NEXT_APPS],
    ["extensions/v1beta1:Deployment", NEXT_APPS],
    ["keda.k8s.io/v1alpha1:ScaledObject", NEXT_KEDA],
    ["keda.k8s.io/v1alpha1:ScaledJob", NEXT_KEDA],
    ["keda.k8s.io/v1alpha1:TriggerAuthentication", NEXT_KEDA],
]);

/** Objects in a form that clusters no longer know. */
export const deprecatedApi: Rule = {
    id: "deprecated-api",
    severity: "error",
    impact: "high",
    tags: ["scaler"],
    title: "Autoscalers, budgets and what they scale have API versions that clusters still serve.",
    why: "The object is not applied at all, and no other rule reads it: the pool has no autoscaler, or no budget.",
    source: "kubernetes.io, deprecated API migration guide; keda.sh, migration guide to 2.0; refused when tried on a cluster",
    *check({ declared }: Fleet) {
        for (const each of declared) {
            const successor = SUCCESSORS.get(each.type.replace(/^kubernetes:/, ""));
            if (successor === undefined) continue;
            const { apiVersion, kind } = each.object;
            yield {
                declared: each,
                path: ["apiVersion"],
                message: `${apiVersion} of ${kind} is gone since ${successor.gone}, and nothing else is checked of this object`,
                fix: `write it as ${successor.use}`,
            };
        }
    },
};
