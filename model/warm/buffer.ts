import type { Declared } from "../declared";
import { declare } from "../declared";
import { WarmStrategy } from "./choices";
import { METADATA_ORIGINS, intentAnnotation, warmMetadata } from "./metadata";
import { placeholderOrigins, placeholderTemplate } from "./placeholder-pod";
import type { WarmCapacity } from "./warm-capacity";

/** What node autoscalers call each strategy (autoscaling.x-k8s.io/v1beta1; the second is GKE's own). */
const PROVISIONING: Readonly<Record<string, string>> = {
    [WarmStrategy.BufferActive]: "buffer.x-k8s.io/active-capacity",
    [WarmStrategy.BufferStandby]: "buffer.gke.io/standby-capacity",
};

/** A CapacityBuffer and the shape of the pods that it keeps nodes for; nobody makes such a pod. */
export function buffer(warm: WarmCapacity): Declared[] {
    return [
        declare(
            "pod-template",
            {
                apiVersion: "v1",
                kind: "PodTemplate",
                metadata: warmMetadata(warm),
                template: placeholderTemplate(warm),
            },
            [...METADATA_ORIGINS, ...placeholderOrigins(["template"])],
            { deleteBeforeReplace: true },
        ),
        declare(
            "buffer",
            {
                apiVersion: "autoscaling.x-k8s.io/v1beta1",
                kind: "CapacityBuffer",
                metadata: warmMetadata(warm, intentAnnotation(warm)),
                spec: {
                    podTemplateRef: { name: warm.name },
                    replicas: warm.replicas,
                    provisioningStrategy: PROVISIONING[warm.strategy],
                },
            },
            [...METADATA_ORIGINS, [["spec"], "strategy"], [["spec", "replicas"], "replicas"]],
            { deleteBeforeReplace: true, dependsOn: ["pod-template"] },
        ),
    ];
}
