import type { PolicyResource } from "@pulumi/policy";
import { resource } from "./stack";

type Others = Parameters<typeof resource>[3];

/** A Deployment `agents/NAME` that breaks no rule. */
export function deployment(name: string, spec: object = {}, others?: Others): PolicyResource {
    const labels = { app: name };
    return resource(
        "kubernetes:apps/v1:Deployment",
        name,
        {
            apiVersion: "apps/v1",
            kind: "Deployment",
            metadata: { name, namespace: "agents" },
            spec: {
                selector: { matchLabels: labels },
                template: {
                    metadata: { labels },
                    spec: {
                        topologySpreadConstraints: [
                            "kubernetes.io/hostname",
                            "topology.kubernetes.io/zone",
                        ].map((topologyKey) => ({
                            topologyKey,
                            maxSkew: 1,
                            whenUnsatisfiable: "ScheduleAnyway",
                            labelSelector: { matchLabels: labels },
                        })),
                        containers: [
                            {
                                name: "agent",
                                image: "ghcr.io/acme/agent:1.4",
                                resources: {
                                    requests: { cpu: "500m", memory: "1Gi" },
                                    limits: { memory: "1Gi" },
                                },
                            },
                        ],
                    },
                },
                ...spec,
            },
        },
        others,
    );
}

/** A ScaledObject for the Deployment of the name, with 1 to 8 replicas. */
export function scaledObject(name: string, spec: object = {}, others?: Others): PolicyResource {
    return resource(
        "kubernetes:keda.sh/v1alpha1:ScaledObject",
        `${name}-scaler`,
        {
            apiVersion: "keda.sh/v1alpha1",
            kind: "ScaledObject",
            metadata: { name, namespace: "agents" },
            spec: {
                scaleTargetRef: { name },
                minReplicaCount: 1,
                maxReplicaCount: 8,
                triggers: [
                    {
                        type: "redis",
                        metadata: { address: "redis:6379", listName: "tasks", listLength: "5" },
                    },
                ],
                ...spec,
            },
        },
        others,
    );
}
