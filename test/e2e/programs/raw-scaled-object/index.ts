import { CustomResource } from "@pulumi/kubernetes/apiextensions";
import { Deployment } from "@pulumi/kubernetes/apps/v1";
import { Namespace } from "@pulumi/kubernetes/core/v1";
import { Config } from "@pulumi/pulumi";

const config = new Config();
const labels = { app: "worker" };

const namespace = new Namespace("namespace", { metadata: { name: config.require("namespace") } });

const worker = new Deployment("worker", {
    metadata: { name: "worker", namespace: namespace.metadata.name },
    spec: {
        selector: { matchLabels: labels },
        template: {
            metadata: { labels },
            spec: {
                containers: [
                    {
                        name: "worker",
                        image: "registry.invalid/worker:1",
                        resources: { requests: { cpu: "10m" } },
                    },
                ],
            },
        },
    },
});

new CustomResource("scaler", {
    apiVersion: "keda.sh/v1alpha1",
    kind: "ScaledObject",
    metadata: {
        name: "worker",
        namespace: namespace.metadata.name,
    },
    spec: {
        scaleTargetRef: { name: worker.metadata.name },
        pollingInterval: 1,
        cooldownPeriod: 5,
        minReplicaCount: 0,
        maxReplicaCount: 8,
        triggers: [
            {
                type: "redis",
                metadata: { address: config.require("redis"), listName: "tasks", listLength: "5" },
            },
        ],
    },
});
