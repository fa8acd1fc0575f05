import { AgentArchetype, AutoscaledAgentPool } from "agent-autoscaling";

new AutoscaledAgentPool("worker", {
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
        triggers: [
            { raw: { type: "redis", metadata: { address: "redis.agents.svc:6379", listName: "tasks" } } },
        ],
    },
});
