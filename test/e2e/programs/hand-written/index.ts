import { CustomResource } from "@pulumi/kubernetes/apiextensions";
import { Deployment } from "@pulumi/kubernetes/apps/v1";
import { ConfigMap } from "@pulumi/kubernetes/core/v1";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1";
import { Config } from "@pulumi/pulumi";

// A worker and its autoscaler as a team writes them without the component. The configuration says what differs.
const config = new Config();
const namespace = config.require("namespace");
const replicas = config.getNumber("replicas");
const maxUnavailable = config.getNumber("maxUnavailable") ?? 1;
const isCeilingUnknown = config.getBoolean("isCeilingUnknown") === true;

const labels = { app: "worker" };
const worker = new Deployment("worker", {
    metadata: { name: "worker", namespace },
    spec: {
        ...(replicas === undefined ? {} : { replicas }),
        selector: { matchLabels: labels },
        template: {
            metadata: { labels },
            spec: {
                containers: [
                    {
                        name: "agent",
                        image: "registry.invalid/agent:1",
                        resources: { requests: { cpu: "200m", memory: "16Mi" }, limits: { memory: "16Mi" } },
                    },
                ],
            },
        },
    },
});

// The id of an object that is still to be made is not known in a preview, and neither is what is made from it.
const limits = new ConfigMap("limits", { metadata: { namespace }, data: { ceiling: "4" } });

new CustomResource("scaler", {
    apiVersion: "keda.sh/v1alpha1",
    kind: "ScaledObject",
    metadata: { name: "worker", namespace },
    spec: {
        scaleTargetRef: { name: worker.metadata.name },
        minReplicaCount: 2,
        maxReplicaCount: isCeilingUnknown ? limits.id.apply(() => 4) : 4,
        triggers: [{ type: "cpu", metricType: "Utilization", metadata: { value: "70" } }],
    },
});

new PodDisruptionBudget("worker", {
    metadata: { name: "worker", namespace },
    spec: { maxUnavailable, selector: { matchLabels: labels }, unhealthyPodEvictionPolicy: "AlwaysAllow" },
});
