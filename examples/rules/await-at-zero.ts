import { Service } from "@pulumi/kubernetes/core/v1";
import { AgentArchetype, AutoscaledAgentPool } from "agent-autoscaling";

const worker = new AutoscaledAgentPool("worker", {
    archetype: AgentArchetype.QueueWorker,
    namespace: "agents",
    workload: {
        container: {
            image: "registry.example.com/agent:1.4.2",
            resources: { requests: { cpu: "500m", memory: "1Gi" }, limits: { memory: "1Gi" } },
        },
    },
    scale: {
        minReplicas: 0,
        maxReplicas: 20,
        triggers: [{ redis: { address: "redis.agents.svc:6379", listName: "tasks" } }],
    },
});

new Service("worker", {
    metadata: { name: "worker", namespace: "agents" },
    spec: { selector: worker.podLabels, ports: [{ port: 80, targetPort: 8080 }] },
});
