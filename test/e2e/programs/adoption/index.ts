import { AgentArchetype, AutoscaledAgentPool } from "agent-autoscaling";
import { Deployment } from "@pulumi/kubernetes/apps/v1";
import { Config } from "@pulumi/pulumi";

const config = new Config();
const namespace = config.require("namespace");
const address = config.require("redis");
const matchLabels = { app: "worker" };
const container = {
    image: config.get("image") ?? "registry.invalid/worker:1",
    resources: { requests: { cpu: "10m", memory: "16Mi" } },
};
const pool = (listName: string) => ({
    archetype: AgentArchetype.QueueWorker,
    namespace,
    scale: {
        minReplicas: 1,
        maxReplicas: 8,
        triggers: [{ name: "queue", redis: { address, listName, listLength: 5 } }],
        behavior: { scaleDown: { stabilizationWindowSeconds: 0 } },
    },
    waitSeconds: 20,
});

switch (config.require("stage")) {
    // A Deployment as a team wrote it, with a number of replicas that the program states.
    case "by hand":
        new Deployment("worker", {
            metadata: { name: "worker", namespace, labels: matchLabels },
            spec: {
                replicas: 3,
                selector: { matchLabels },
                template: {
                    metadata: { labels: matchLabels },
                    spec: { containers: [{ name: "worker", ...container }] },
                },
            },
        });
        break;
    // The same Deployment as a pool's; and pools on Deployments that are not this stack's.
    case "pools":
        new AutoscaledAgentPool("worker", {
            ...pool("worker"),
            workload: { container },
            adopt: { deployment: { deploymentUrn: config.require("urn"), matchLabels } },
        });
        new AutoscaledAgentPool("scaled", {
            ...pool("scaled"),
            workload: { existing: { name: "scaled" } },
            adopt: { horizontalPodAutoscaler: "by-hand" },
        });
        new AutoscaledAgentPool("unscaled", {
            ...pool("unscaled"),
            workload: { existing: { name: "unscaled" } },
        });
        break;
}
