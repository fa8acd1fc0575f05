import type { Declared } from "../../../../model/declared";
import { container, declared } from "./objects";

/** The container of a placeholder. */
export const PAUSE = container({ name: "placeholder", image: "registry.k8s.io/pause:3.10.1" });

/** The PriorityClass of placeholders. */
export function priorityClass(members: object = {}, name: unknown = "headroom"): Declared {
    return declared({
        apiVersion: "scheduling.k8s.io/v1",
        kind: "PriorityClass",
        metadata: { name },
        value: -10,
        preemptionPolicy: "Never",
        ...members,
    });
}

/** A CapacityBuffer for three pods of a template. */
export function capacityBuffer(spec: unknown = { podTemplateRef: { name: "shape" }, replicas: 3 }): Declared {
    return declared({
        apiVersion: "autoscaling.x-k8s.io/v1beta1",
        kind: "CapacityBuffer",
        metadata: { name: "headroom", namespace: "agents" },
        spec,
    });
}
